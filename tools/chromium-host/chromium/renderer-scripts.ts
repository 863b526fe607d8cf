import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'
import type { PreloadConfig } from './messages.ts'

const INJECTED = join(import.meta.dirname, '../injected')

/**
 * Files of injected/ as one plain script, in an order where each comes after what it imports.
 * They import nothing but each other, so that without their import and export words they share one scope.
 */
function asScript(...files: string[]): string {
  const sources = files.map((file) => stripTypeScriptTypes(readFileSync(join(INJECTED, file), 'utf8')))
  return sources
    .join('\n')
    .replace(/^import [^']*'[^']*'$/gm, '')
    .replace(/^export /gm, '')
}

// What Node's module wrapper would give, as Electron's sandboxed preload has it.
const PRELOAD_PARAMETERS =
  'exports, require, module, __filename, __dirname, process, global, Buffer, setImmediate, clearImmediate'

/** The scripts for Page.addScriptToEvaluateOnNewDocument: one for the page's world, one for the preload's. */
export function rendererScripts(
  config: PreloadConfig,
  binding: string,
  preloadSource: string | null,
): { readonly page: string; readonly preload: string } {
  const pageRuntime = asScript('world-bridge.ts', 'media-guard.ts', 'page-world.ts')
  const preloadRuntime = asScript(
    'world-bridge.ts',
    'clone-encode.ts',
    'clone-decode.ts',
    'emitter.ts',
    'preload-ipc.ts',
    'preload-world.ts',
  )
  const preload = preloadSource === null ? 'null' : `function (${PRELOAD_PARAMETERS}) {\n${preloadSource}\n}`
  const name = JSON.stringify(binding)
  return {
    page: `(() => {\n${pageRuntime}\nstartPageWorld(${JSON.stringify(config.handshake)})\n})()`,
    // The preload stands outside the runtime's scope, and its way out to the host is taken from the global object first.
    preload: [
      '{',
      `const sendToHost = globalThis[${name}]`,
      `delete globalThis[${name}]`,
      `const startPreload = (() => {\n${preloadRuntime}\nreturn startPreloadWorld\n})()`,
      `startPreload(${JSON.stringify(config)}, sendToHost, ${preload})`,
      '}',
    ].join('\n'),
  }
}
