import { readFileSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, sep } from 'node:path'
import { root } from '../places.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import type { Inspection } from './inspection.ts'

const text = /\.([cm]?js|json|html|css|md|txt|ya?ml|plist|svg)$/

const patterns = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}/ },
  { what: 'a token of a service', pattern: /\b(gh[pousr]_[A-Za-z0-9]{30,}|AKIA[0-9A-Z]{16}|npm_[A-Za-z0-9]{30,})\b/ },
  { what: 'the address of a source map', pattern: /\/\/[#@] sourceMappingURL=/ },
]

/** No text of the package holds a secret, or tells where it was built. */
export const nothingIsTold: Inspection = {
  name: 'secrets',
  inspect: (program) =>
    textsOf(program).flatMap(({ path, content }) => [
      ...patterns.filter(({ pattern }) => pattern.test(content)).map(({ what }) => `${path} holds ${what}`),
      ...buildPlaces().flatMap((place) => (content.includes(place) ? [`${path} tells of ${place}`] : [])),
    ]),
}

/** This copy of the sources, and whoever builds it. */
function buildPlaces(): readonly string[] {
  const home = homedir()
  return [root, ...(home.split(sep).length > 2 ? [home] : [])].map((place) => place + sep)
}

interface Text {
  readonly path: string
  readonly content: string
}

function textsOf({ archive, resources }: PackedProgram): readonly Text[] {
  const inside = [...archive.files.values()].filter(({ path }) => text.test(path))
  const beside = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter((name) => text.test(name))
  return [
    ...inside.map((file) => ({ path: file.path, content: file.read().toString('utf8') })),
    ...beside.map((name) => ({ path: `resources/${name}`, content: readFileSync(join(resources, name), 'utf8') })),
  ]
}
