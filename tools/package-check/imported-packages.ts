import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './places.ts'

/** The packages of npm that the program's own sources import for more than their types. */
export function importedPackages(): readonly string[] {
  const names = ['src', 'simulator'].flatMap(sourcesIn).flatMap((path) => packagesIn(readFileSync(path, 'utf8')))
  return [...new Set(names)].toSorted()
}

function sourcesIn(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|(^|\/)testing\//.test(name))
    .map((name) => join(root, folder, name))
}

/** `import type` goes when it is compiled. */
function packagesIn(code: string): readonly string[] {
  const imports = code.matchAll(/^(?:import|export) (?!type )(?:[^'";]*? from )?'([^'.][^']*)'/gm)
  return [...imports]
    .map(([, name = '']) => name)
    .filter((name) => !name.startsWith('node:') && name !== 'electron')
    .map((name) => name.split('/', name.startsWith('@') ? 2 : 1).join('/'))
}
