import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackedProgram } from '../program/packed-program.ts'
import type { Inspection } from './inspection.ts'

const ours = ['license_zh_CN.txt', 'license_en_US.txt', 'third-party.txt']
const electrons = ['LICENSE.electron.txt', 'LICENSES.chromium.html']

/**
 * The licences of the program, of Electron and Chromium, and of everything that is in the bundles and beside them.
 * @param packages of npm that the program's sources import: a list of its own, beside the one that the bundler keeps
 */
export function licencesAreThere(packages: readonly string[]): Inspection {
  return {
    name: 'licences',
    inspect: (program) => {
      const missing = licenceFiles(program).filter((path) => !existsSync(path))
      if (missing.length > 0) return missing.map((path) => `${path} is missing`)
      const listed = namesIn(readFileSync(join(program.resources, 'licenses/third-party.txt'), 'utf8'))
      const all = [...packages, ...packagesBeside(program)]
      return all.filter((name) => !listed.has(name)).map((name) => `no licence of ${name}`)
    },
  }
}

function licenceFiles({ licences, resources }: PackedProgram): readonly string[] {
  return [...electrons.map((name) => join(licences, name)), ...ours.map((name) => join(resources, 'licenses', name))]
}

/** Those that lie in the archive as files. */
function packagesBeside({ archive }: PackedProgram): readonly string[] {
  return [...archive.files.keys()].flatMap(
    (path) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\/package\.json$/.exec(path)?.[1] ?? [],
  )
}

/** Each text stands below a line `name version (licence)`. */
function namesIn(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/^(\S+) \S+ \(.+\)$/gm)].map(([, name = '']) => name))
}
