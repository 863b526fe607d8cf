import { createPackageWithOptions, extractAll, uncache } from '@electron/asar'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Opens an archive, lets its content be changed, and packs it again as electron-builder would. */
export async function repack(archive: string, change: (folder: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'repack-'))
  try {
    extractAll(archive, folder)
    change(folder)
    rmSync(`${archive}.unpacked`, { recursive: true, force: true })
    await createPackageWithOptions(folder, archive, { unpack: '*.node' })
    uncache(archive)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
