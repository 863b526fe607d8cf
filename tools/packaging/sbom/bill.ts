import { posix } from 'node:path'

/** One piece of software in the program. */
export interface Ingredient {
  /** As npm has it: `@scope/name`. */
  readonly name: string
  readonly version: string
  /** SPDX identifier or expression. */
  readonly licence: string
  /** Of the archive it came in, as a lock file writes it. */
  readonly integrity: string
  readonly type: 'library' | 'framework' | 'platform'
}

interface Program {
  readonly name: string
  readonly version: string
}

/**
 * A list of what is shipped, as CycloneDX 1.6 (JSON, https://cyclonedx.org/docs/1.6/json/).
 * @param made when, and under which serial number (a UUID)
 */
export function billOfMaterials(
  program: Program,
  ingredients: readonly Ingredient[],
  made: { readonly at: Date; readonly id: string },
) {
  const self = `pkg:generic/${program.name}@${program.version}`
  const components = ingredients.map(toComponent)
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${made.id}`,
    version: 1,
    metadata: {
      timestamp: made.at.toISOString(),
      component: { type: 'application', 'bom-ref': self, ...program, purl: self },
    },
    components,
    dependencies: [{ ref: self, dependsOn: components.map(({ purl }) => purl) }],
  }
}

function toComponent({ name, version, licence, integrity, type }: Ingredient) {
  const [scope, bare] = name.startsWith('@') ? [posix.dirname(name), posix.basename(name)] : [undefined, name]
  const purl = `pkg:npm/${scope === undefined ? '' : `${encodeURIComponent(scope)}/`}${bare}@${version}`
  return {
    type,
    'bom-ref': purl,
    ...(scope !== undefined && { group: scope }),
    name: bare,
    version,
    licenses: [/[ ()]/.test(licence) ? { expression: licence } : { license: { id: licence } }],
    hashes: [{ alg: 'SHA-512', content: hexOf(integrity) }],
    purl,
  }
}

/** @throws where it is no SHA-512: what is shipped came from somewhere that nobody has pinned */
function hexOf(integrity: string): string {
  const base64 = /^sha512-(?<hash>[A-Za-z0-9+/]{86}==)$/.exec(integrity)?.groups?.['hash']
  if (base64 === undefined) throw new Error(`no SHA-512: ${integrity}`)
  return Buffer.from(base64, 'base64').toString('hex')
}
