import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { nsisTemplates } from '../builder-parts.ts'
import { root } from '../places.ts'
import { nsisPlugin } from './nsis-plugin.ts'

/** electron-builder's own plug-ins, which Debian's nsis does not have. */
const plugins = ['UAC', 'nsis7z', 'StdUtils', 'SpiderBanner', 'WinShell', 'inetc', 'nsisunz']
const call = new RegExp(`\\b(${plugins.join('|')})::(\\w+)`, 'gi')

/** Writes a plug-in for each, with what electron-builder's scripts and our own call of it. */
export function writeNsisPlugins(folder: string): void {
  const target = join(folder, 'plugins/x86-unicode')
  mkdirSync(target, { recursive: true })
  for (const [name, functions] of calledFunctions([nsisTemplates, join(root, 'build')]))
    writeFileSync(join(target, `${name}.dll`), nsisPlugin(name, [...functions]))
}

function calledFunctions(folders: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
  const called = new Map<string, Set<string>>()
  for (const script of folders.flatMap(scriptsIn))
    for (const [, spelled = '', name = ''] of readFileSync(script, 'utf8').matchAll(call)) {
      const plugin = plugins.find((one) => one.toLowerCase() === spelled.toLowerCase()) ?? spelled
      called.set(plugin, (called.get(plugin) ?? new Set()).add(name))
    }
  return called
}

function scriptsIn(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.ns[ih]$/.test(name))
    .map((name) => join(folder, name))
}
