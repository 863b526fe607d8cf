import { spawnSync } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../finding.ts'
import { root } from '../places.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import { nameOf } from '../target.ts'
import { unpackProgram } from './unpack-program.ts'

const report = join(root, 'test-results/playwright-packaged.json')

/** Renews a certificate with the packed program in the Chromium host; each test is a verdict. */
export function runPackaged(program: PackedProgram): readonly Verdict[] {
  const folder = unpackProgram(program)
  rmSync(report, { force: true })
  try {
    const cli = join(root, 'node_modules/@playwright/test/cli.js')
    spawnSync(process.execPath, [cli, 'test', '--config', 'playwright.packaged.config.ts'], {
      cwd: root,
      stdio: 'inherit',
      // The real binary would take its own archive, and not this one.
      env: { ...process.env, APP_RUNTIME: 'chromium', PACKED_RESOURCES: join(folder, 'resources') },
    })
    return readVerdicts(nameOf(program.target))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

interface Suite {
  readonly specs?: readonly { readonly title: string; readonly ok: boolean }[]
  readonly suites?: readonly Suite[]
}

function readVerdicts(name: string): readonly Verdict[] {
  try {
    const { suites = [] } = JSON.parse(readFileSync(report, 'utf8')) as Suite
    const specs = suites.flatMap(specsOf)
    if (specs.length === 0) return [{ package: name, check: 'runs', findings: ['no test has run'] }]
    return specs.map(({ title, ok }) => ({
      ...{ package: name, check: `runs: ${title}` },
      findings: ok ? [] : ['it failed: see the output of Playwright'],
    }))
  } catch (error) {
    return [{ package: name, check: 'runs', findings: [`no report of its tests: ${String(error)}`] }]
  }
}

function specsOf({ specs = [], suites = [] }: Suite): NonNullable<Suite['specs']> {
  return [...specs, ...suites.flatMap(specsOf)]
}
