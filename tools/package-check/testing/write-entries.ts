import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ZipEntry } from '../stub-electron/zip.ts'

const typeBits = 0o170000
const linkType = 0o120000

/** Unpacks what would be a zip file, links and modes with it. */
export function writeEntries(folder: string, entries: readonly ZipEntry[]): void {
  for (const { path, content, mode = 0o644 } of entries) {
    const target = join(folder, path)
    mkdirSync(dirname(target), { recursive: true })
    if ((mode & typeBits) === linkType) symlinkSync(Buffer.from(content).toString(), target)
    else writeFileSync(target, content, { mode: mode & 0o777 })
  }
}
