import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { built } from '../paths.ts'
import { billOfMaterials, type Ingredient } from './bill.ts'
import { readIngredients } from './ingredients.ts'

const Purl = z.string().regex(/^pkg:npm\/(%40[\w.-]+\/)?[\w.-]+@\d+\.\d+\.\d+[\w.+-]*$/)
/** The fields of CycloneDX 1.6 that are used, as its JSON schema has them. */
const Component = z.strictObject({
  type: z.enum(['library', 'framework', 'platform']),
  'bom-ref': Purl,
  group: z.string().startsWith('@').optional(),
  name: z.string().min(1),
  version: z.string().max(1024),
  licenses: z.tuple([
    z.union([
      z.strictObject({ license: z.strictObject({ id: z.string() }) }),
      z.strictObject({ expression: z.string() }),
    ]),
  ]),
  hashes: z.tuple([z.strictObject({ alg: z.literal('SHA-512'), content: z.hex().length(128) })]),
  purl: Purl,
})
const Bill = z.strictObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.literal('1.6'),
  serialNumber: z.string().regex(/^urn:uuid:[0-9a-f-]{36}$/),
  version: z.int().min(1),
  metadata: z.strictObject({ timestamp: z.iso.datetime(), component: z.record(z.string(), z.string()) }),
  components: z.array(Component).min(1),
  dependencies: z.array(z.strictObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})

const program = { name: 'CertUserTool', version: '0.1.0' }
const made = { at: new Date(0), id: '5f0e1e9c-7a6e-4c1e-9f0b-1a2b3c4d5e6f' }
const integrity = `sha512-${Buffer.alloc(64, 7).toString('base64')}`
const one: Ingredient = { name: '@scope/part', version: '1.2.3', licence: 'MIT', integrity, type: 'library' }

describe('the list of what is shipped', () => {
  it('is CycloneDX, with a package URL, a licence and a hash for each part', () => {
    const bill = Bill.parse(
      billOfMaterials(program, [one, { ...one, name: 'plain', licence: '(MIT OR CC0-1.0)' }], made),
    )
    expect(bill.components).toEqual([
      expect.objectContaining({ group: '@scope', name: 'part', purl: 'pkg:npm/%40scope/part@1.2.3' }),
      expect.objectContaining({ name: 'plain', licenses: [{ expression: '(MIT OR CC0-1.0)' }] }),
    ])
    expect(bill.dependencies[0]?.dependsOn).toEqual(bill.components.map(({ purl }) => purl))
  })

  it('takes no part whose hash is not known', () => {
    expect(() => billOfMaterials(program, [{ ...one, integrity: '' }], made)).toThrow('no SHA-512')
  })

  it.skipIf(!existsSync(join(built, 'main/bundled-packages.json')))('names what is in the bundles', async () => {
    const bill = Bill.parse(billOfMaterials(program, await readIngredients(), made))
    const names = bill.components.map(({ group, name }) => (group === undefined ? name : `${group}/${name}`))
    expect(names).toEqual(
      expect.arrayContaining(['antd', 'react', 'zod', 'axios', 'fastify', 'pkcs11js', 'electron', 'node-win-x86']),
    )
    expect(names).toEqual(expect.arrayContaining(['koffi', '@koromix/koffi-linux-x64', '@koromix/koffi-win32-ia32']))
    // Used to build and to test, and in no package.
    expect(names).not.toEqual(expect.arrayContaining(['vite']))
    expect(names.filter((name) => ['typescript', 'vitest', 'form-data', 'ajv'].includes(name))).toEqual([])
  })
})
