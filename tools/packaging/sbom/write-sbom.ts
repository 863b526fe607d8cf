/** `npm run sbom`: writes release/CertUserTool-<version>.cdx.json, a list of what the built program consists of. */
import { randomUUID } from 'node:crypto'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { release, root } from '../paths.ts'
import { billOfMaterials } from './bill.ts'
import { readIngredients } from './ingredients.ts'

const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as Record<'productName' | 'version', string>
const program = { name: own.productName, version: own.version }
const bill = billOfMaterials(program, await readIngredients(), { at: new Date(), id: randomUUID() })
await mkdir(release, { recursive: true })
await writeFile(join(release, `${program.name}-${program.version}.cdx.json`), `${JSON.stringify(bill, null, 2)}\n`)
console.log(`${bill.components.length} components`)
