import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { endpoints } from '../../src/shared/platform/endpoints.ts'
import { openApiFile, openApiYaml } from '../../tools/contract/openapi-yaml.ts'
import { contractFolder } from './support/contract-files.ts'
import { redocly } from './support/redocly.ts'

const committed = () => readFileSync(openApiFile, 'utf8')

it('is what the table of endpoints makes of it', () => {
  expect(committed() === openApiYaml(), 'openapi.yaml is not up to date: npm run contract, then look at the diff').toBe(
    true,
  )
})

it('has every operation once', () => {
  const { paths } = parse(committed()) as { paths: Record<string, Record<string, { operationId: string }>> }
  const described = Object.values(paths).flatMap((path) => Object.values(path).map(({ operationId }) => operationId))
  expect(described.sort()).toEqual(Object.keys(endpoints).sort())
})

it('passes the strict rules', async () => {
  expect(await redocly(['lint', 'openapi.yaml'])).toMatchObject({ exitCode: 0 })
})

it.each([
  ['a reference to nothing', '#/components/responses/other', '#/components/responses/nobody', 'no-unresolved-refs'],
  ['a path parameter that is not declared', 'name: orderId', 'name: orderNumber', 'path-parameters-defined'],
  ['two operations of one name', 'operationId: getOrder', 'operationId: listOrders', 'operation-operationId-unique'],
  ['an example against its schema', 'example: 0A1B2C', 'example: 7', 'no-invalid-schema-examples'],
])('is refused with %s', async (_fault, from, to, rule) => {
  const folder = mkdtempSync(join(tmpdir(), 'contract-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const broken = committed().replace(from, to)
  writeFileSync(join(folder, 'redocly.yaml'), readFileSync(join(contractFolder, 'redocly.yaml')))
  writeFileSync(join(folder, 'openapi.yaml'), broken)
  const { exitCode, output } = await redocly(['lint', 'openapi.yaml'], folder)
  expect([exitCode, output]).toEqual([1, expect.stringContaining(rule)])
})
