import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgeDebFields } from './deb-fields.ts'
import { inspectDesktopEntry } from './desktop-entry.ts'
import { judgeSameArchive, type Installer } from './product.ts'
import { outputOf } from './run.ts'

/** What the package says of itself, its menu entry and its archive. */
export function inspectDeb(installer: Installer): readonly string[] {
  const { path, program, version } = installer
  const folder = mkdtempSync(join(tmpdir(), 'deb-'))
  try {
    outputOf('dpkg-deb', ['-x', path, folder])
    return [
      ...judgeDebFields(outputOf('dpkg-deb', ['--field', path]), { arch: program.target.arch, version }),
      ...inspectDesktopEntry(join(folder, 'usr/share/applications/cert-user-tool.desktop')),
      ...judgeSameArchive(join(folder, 'opt/CertUserTool/resources/app.asar'), installer),
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
