import { parse } from 'es-module-lexer'
import { builtinModules } from 'node:module'
import { posix } from 'node:path'
import type { Archive, ArchiveFile } from '../program/archive.ts'
import type { Inspection } from './inspection.ts'

const builtIn = new Set(['electron', ...builtinModules.flatMap((name) => [name, `node:${name}`])])

/**
 * Whatever main, its workers and the preload ask for by a name that is written down is built in, Electron's, or in the
 * archive; so is what the page's scripts ask for, and each file that a package asks for of itself. A name that is computed
 * shows only when the packed program runs.
 */
export const importsResolve: Inspection = {
  name: 'imports',
  inspect: ({ archive }) => {
    const scripts = [...archive.files.values()].filter(({ path }) => /^(out|node_modules)\/.*\.c?js$/.test(path))
    return scripts.flatMap((script) =>
      namesIn(script)
        .filter((name) => !resolves(archive, script.path, name))
        .map((name) => `${script.path} asks for ${name}, which is not there`),
    )
  },
}

function namesIn(script: ArchiveFile): readonly string[] {
  const code = script.read().toString('utf8')
  if (script.path.startsWith('node_modules/')) return ownFiles(code)
  if (script.path.endsWith('.cjs')) return matches(code, /\brequire\((["'`])([^"'`]+)\1\)/g)
  const imported = parse(code)[0].flatMap((one) => (typeof one.specifier === 'string' ? [one.specifier] : []))
  // createRequire(import.meta.url)('addon')
  return [...imported, ...matches(code, /\(import\.meta\.url\)\((["'`])([^"'`]+)\1\)/g), ...pageFiles(code)]
}

/** Native ones are another inspection's; other packages are asked for by those that can do without (koffi: other systems'). */
function ownFiles(code: string): readonly string[] {
  return matches(code, /\brequire\((["'])(\.[^"']+)\1\)/g).filter((name) => !name.endsWith('.node'))
}

/** Files that Vite names to the page: a chunk's styles and scripts, and its workers. */
function pageFiles(code: string): readonly string[] {
  const listed = /__vite__mapDeps=.*?\[(".*?")\]/.exec(code)?.[1] ?? ''
  const workers = matches(code, /new URL\((["'`])([\w.-]+\.js)\1,import\.meta\.url\)/g)
  return [...matches(listed, /(")([^"]+)"/g), ...workers.map((name) => `./${name}`)]
}

function matches(code: string, pattern: RegExp): readonly string[] {
  return [...code.matchAll(pattern)].map(([, , name = '']) => name)
}

function resolves({ files }: Archive, from: string, name: string): boolean {
  if (name.startsWith('.')) return files.has(posix.join(posix.dirname(from), name))
  if (from.startsWith('out/renderer/')) return false
  const packageName = name.split('/', name.startsWith('@') ? 2 : 1).join('/')
  return builtIn.has(name) || files.has(`node_modules/${packageName}/package.json`)
}
