import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packagesFolder } from '../places.ts'
import type { PackedProgram } from '../program/packed-program.ts'

/** A file that is handed to users, and the program that it was made of. */
export interface Installer {
  readonly path: string
  readonly program: PackedProgram
  readonly version: string
}

/** The file whose name ends so. */
export function findInstaller(ending: RegExp): string {
  const found = readdirSync(packagesFolder).filter((name) => ending.test(name))
  const [name] = found
  if (name === undefined || found.length > 1) throw new Error(`${String(found.length)} files end with ${ending.source}`)
  return join(packagesFolder, name)
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

/** The archive in an unpacked installer is the one that was inspected. */
export function judgeSameArchive(unpacked: string, { program }: Installer): readonly string[] {
  return sha256Of(unpacked) === sha256Of(program.archive.path) ? [] : ['it brings another app.asar than was inspected']
}
