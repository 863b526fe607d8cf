/**
 * Stands in for fpm, which Debian does not have: makes the deb or rpm that electron-builder asks for with the system's own
 * tools. For checks only; a package that is shipped is made by fpm itself.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readArguments } from './arguments.ts'
import { makeDeb } from './deb.ts'
import { layOut } from './lay-out.ts'
import { makeRpm } from './rpm.ts'

const makers = new Map([
  ['deb', makeDeb],
  ['rpm', makeRpm],
])
const request = readArguments(process.argv.slice(2))
const kind = request.needed('-t')
const make = makers.get(kind)
if (make === undefined) throw new Error(`this stand-in makes no ${kind}`)
const folder = mkdtempSync(join(tmpdir(), 'stub-fpm-'))
try {
  layOut(request, folder)
  make(request, folder)
} finally {
  rmSync(folder, { recursive: true })
}
