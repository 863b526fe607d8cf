import { expect, it } from 'vitest'
import type { CheckResult, EnvironmentFix } from '../../shared/ipc/models-environment.ts'
import { createEnvironmentCases } from './environment-cases.ts'
import type { CheckRunner } from './run-checks.ts'

const offering: CheckResult = {
  name: 'driver-health',
  durationMs: 1,
  findings: [
    { state: 'ok', subject: '/good.so' },
    { state: 'blocked', subject: '/bad.so', failure: { code: 'token.crashed' }, fix: 'retry-driver' },
  ],
}
const mended: CheckResult = { ...offering, findings: [{ state: 'ok', subject: '/bad.so' }] }

function casesWith(last: CheckResult | undefined) {
  const done: unknown[] = []
  const runner: CheckRunner = {
    run: () => Promise.reject(new Error('not asked for')),
    look: () => Promise.reject(new Error('not asked for')),
    recheck: (name) => {
      done.push(['recheck', name])
      return Promise.resolve(name === 'driver-health' ? mended : undefined)
    },
    last: () => last,
  }
  const fix = (subject: string | undefined) => {
    done.push(['retry', subject])
    return Promise.resolve()
  }
  return { done, cases: createEnvironmentCases(runner, [{ name: 'retry-driver', run: fix }]) }
}

const offered = { name: 'driver-health', subject: '/bad.so', fix: 'retry-driver' } as const

it('does what a row offers, and answers with what is found after it', async () => {
  const { done, cases } = casesWith(offering)
  expect(await cases.fix(offered)).toEqual(mended)
  expect(done).toEqual([
    ['retry', '/bad.so'],
    ['recheck', 'driver-health'],
  ])
})

it.each<[string, EnvironmentFix, CheckResult | undefined]>([
  ['nothing has been looked at', offered, undefined],
  ['the row is in order', { ...offered, subject: '/good.so' }, offering],
  ['there is no such row', { ...offered, subject: '/etc/passwd' }, offering],
  ['no row is named', { name: 'driver-health', fix: 'retry-driver' }, offering],
  ['the row offers another fix', { ...offered, fix: 'end-program' }, offering],
])('does nothing where %s', async (_what, wanted, last) => {
  const { done, cases } = casesWith(last)
  await expect(cases.fix(wanted)).rejects.toThrow('environment.fixNotOffered')
  expect(done).toEqual([])
})

it('knows no check that is not there', async () => {
  await expect(casesWith(offering).cases.recheck('clock')).rejects.toThrow('ipc.invalidInput')
})
