import { extractAll } from '@electron/asar'
import { cpSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, basename } from 'node:path'
import type { PackedProgram } from '../program/packed-program.ts'

/**
 * Lays the folder `resources` out for the Chromium host: Node reads no archive, so `app.asar` becomes a folder of that
 * name. Far from the sources: what the archive has not got is not found here.
 * @returns a folder to be removed, with `resources` in it
 */
export function unpackProgram({ resources, archive }: PackedProgram): string {
  const folder = mkdtempSync(join(tmpdir(), 'packed-program-'))
  const target = join(folder, 'resources')
  cpSync(resources, target, { recursive: true, filter: (path) => basename(path) !== 'app.asar' })
  extractAll(archive.path, join(target, 'app.asar'))
  return folder
}
