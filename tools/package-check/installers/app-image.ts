import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inspectDesktopEntry } from './desktop-entry.ts'
import { judgeFileList } from './file-list.ts'
import { judgeSameArchive, type Installer } from './product.ts'
import { outputOf } from './run.ts'

/** The runtime of the stand-ins is this long; the file system begins behind it. */
const offset = '4096'

export function inspectAppImage(installer: Installer): readonly string[] {
  const place = mkdtempSync(join(tmpdir(), 'app-image-'))
  try {
    const folder = join(place, 'content')
    outputOf('unsquashfs', ['-no-progress', '-no-xattrs', '-o', offset, '-d', folder, installer.path])
    const files = outputOf('find', [folder, '-printf', '/%P\n']).split('\n')
    return [
      ...judgeFileList(files, ''),
      ...(files.includes('/AppRun') ? [] : ['there is no AppRun']),
      ...inspectDesktopEntry(join(folder, 'cert-user-tool.desktop')),
      ...judgeSameArchive(join(folder, 'resources/app.asar'), installer),
    ]
  } finally {
    rmSync(place, { recursive: true })
  }
}
