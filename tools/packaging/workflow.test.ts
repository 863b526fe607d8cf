import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { parseDist } from './dist-options.ts'
import { root } from './paths.ts'
import { targets } from './targets.ts'

const Step = z.object({ run: z.string().optional(), uses: z.string().optional() })
const Job = z.object({
  'runs-on': z.string(),
  needs: z.union([z.string(), z.array(z.string())]).optional(),
  strategy: z
    .object({ matrix: z.looseObject({ include: z.array(z.record(z.string(), z.string())).optional() }) })
    .optional(),
  steps: z.array(Step).min(1),
})
const text = readFileSync(join(root, '.github/workflows/release.yml'), 'utf8')
const { jobs } = z.object({ permissions: z.unknown(), jobs: z.record(z.string(), Job) }).parse(parse(text))
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: Record<string, string> }
const steps = Object.values(jobs).flatMap((job) => job.steps)
const commands = steps.flatMap(({ run }) => run?.split('\n') ?? [])

it('runs only scripts that there are', () => {
  const named = commands.flatMap(
    (line) => /^npm (?:run )?(?<name>test|(?<=run )\S+)/.exec(line)?.groups?.['name'] ?? [],
  )
  expect(named).toEqual(expect.arrayContaining(['test', 'addon', 'dist', 'sbom']))
  expect(named.filter((name) => !(name in scripts))).toEqual([])
})

it('takes each action by a commit that nobody can move', () => {
  const loose = steps.filter(({ uses }) => uses !== undefined && !/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/.test(uses))
  expect(loose).toEqual([])
})

it('builds the addon of every target, once', () => {
  const built = jobs['addon']?.strategy?.matrix.include?.flatMap((row) => row['targets']?.split(' ') ?? [])
  expect(built?.toSorted()).toEqual([...targets].toSorted())
})

it('waits for what it needs, and for the tests', () => {
  const needs = Object.entries(jobs).map(([name, job]) => [name, [job.needs ?? []].flat()])
  expect(Object.fromEntries(needs)).toEqual({ test: [], addon: [], package: ['test', 'addon'], publish: ['package'] })
})

it('makes releases, which are signed or fail', () => {
  const asked =
    commands
      .find((line) => line.startsWith('npm run dist'))
      ?.split(' -- ')[1]
      ?.split(' ') ?? []
  const host = { system: 'win', arch: 'x64', signCommand: undefined } as const
  expect(parseDist(asked, host)).toMatchObject({ isRelease: true, arches: ['x64', 'arm64'] })
})
