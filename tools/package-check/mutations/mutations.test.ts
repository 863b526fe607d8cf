import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allInspections, inspectProgram } from '../inspections/all-inspections.ts'
import { openProgram, type PackedProgram } from '../program/packed-program.ts'
import type { System } from '../target.ts'
import { writeSamplePackage } from '../testing/sample-package.ts'
import { allMutations } from './all-mutations.ts'

const systems: readonly System[] = ['linux', 'win', 'mac']
const inspections = allInspections(['react'])
const folder = mkdtempSync(join(tmpdir(), 'mutations-'))

beforeAll(async () => {
  for (const system of systems) await writeSamplePackage(join(folder, system), system)
})
afterAll(() => rmSync(folder, { recursive: true }))

async function complainingAbout(program: PackedProgram): Promise<readonly string[]> {
  const verdicts = await inspectProgram(program, inspections)
  return verdicts.filter(({ findings }) => findings.length > 0).map(({ check }) => check)
}

test.each(systems)('nothing is found in a sound package for %s', async (system) => {
  const program = openProgram(join(folder, system), { system, arch: 'x64' })
  const found = (await inspectProgram(program, inspections)).filter(({ findings }) => findings.length > 0)
  expect(found).toEqual([])
})

describe('one inspection, and no other, sees', () => {
  test.each(allMutations)('$what ($system): $caughtBy', async ({ system, caughtBy, apply }) => {
    const copy = mkdtempSync(join(folder, 'mutated-'))
    const place = { system, arch: 'x64' } as const
    cpSync(join(folder, system), copy, { recursive: true, verbatimSymlinks: true })
    await apply(openProgram(copy, place))
    expect(await complainingAbout(openProgram(copy, place))).toEqual([caughtBy])
  })
})

test('each inspection is the only one to see something', () => {
  const needed = new Set(allMutations.map(({ caughtBy }) => caughtBy))
  expect(inspections.map(({ name }) => name).filter((name) => !needed.has(name))).toEqual([])
})

test('a package that cannot be looked into is not a sound one', async () => {
  const copy = mkdtempSync(join(folder, 'mutated-'))
  cpSync(join(folder, 'linux'), copy, { recursive: true })
  const program = openProgram(copy, { system: 'linux', arch: 'x64' })
  rmSync(program.executable)
  expect(await complainingAbout(program)).toEqual(['fuses'])
})
