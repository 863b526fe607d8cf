import { expect, it } from 'vitest'
import { createRunTool } from './run-tool.ts'

const node = (script: string) => ({ path: process.execPath, parameters: ['-e', script] })

it('answers with what a tool prints', async () => {
  expect(await createRunTool(60_000)(node('console.log("飞天")'))).toBe('飞天\n')
})

it('answers with nothing when a tool fails, is missing, or hangs', async () => {
  expect(await createRunTool(60_000)(node('console.log("half"); process.exit(3)'))).toBeUndefined()
  expect(await createRunTool(60_000)({ path: '/nowhere/tool', parameters: [] })).toBeUndefined()
  expect(await createRunTool(300)(node('setInterval(() => undefined, 1000)'))).toBeUndefined()
})
