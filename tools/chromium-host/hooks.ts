// Loaded before anything else: makes `electron` mean the stand-in, for import and require alike.
import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { rememberArguments } from './command-line-arguments.ts'

const MODULES = new Set(['electron', 'electron/main', 'electron/common'])
const url = pathToFileURL(join(import.meta.dirname, 'electron.ts')).href

// Playwright's loader cuts process.argv before boot.ts can read it.
rememberArguments(process.argv.slice(2))
registerHooks({
  resolve(specifier, context, next) {
    if (MODULES.has(specifier)) return { url, shortCircuit: true }
    return next(specifier === 'original-fs' ? 'node:fs' : specifier, context)
  },
})
