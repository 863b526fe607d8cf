/** Reads the built main process once, as a start does, in a fresh process with the host's `electron`; prints ms. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const main = join(import.meta.dirname, '../out/main')
const program = readdirSync(join(main, 'chunks')).find((name) => name.startsWith('program-'))
if (program === undefined) throw new Error('out/main has no chunk of the program')
const begun = performance.now()
for (const path of ['index.js', join('chunks', program)]) await import(pathToFileURL(join(main, path)).href)
console.log(performance.now() - begun)
// It waits for Electron to be ready, which it never will be.
process.exit(0)
