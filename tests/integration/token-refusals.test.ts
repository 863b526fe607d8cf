import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, it, vi } from 'vitest'
import { createTokenProcess } from '../../src/main/token/token-process.ts'
import type { Refusal } from '../support/refusing-worker.ts'
import { createSoftHsmStand, spawnWorker } from '../support/token-stand.ts'
import { failureOf, makePair, theToken, unlock } from '../support/token-steps.ts'

vi.setConfig({ testTimeout: 120_000 })

const calls = [
  'C_GetSlotList',
  'C_OpenSession',
  'C_GetTokenInfo',
  'C_FindObjectsInit',
  'C_FindObjects',
  'C_FindObjectsFinal',
  'C_GetAttributeValue',
]
/** The slot holds no token, or none that can be used. */
const absent = ['0x3', '0x32', '0xe0']
const leftOut = [
  ...calls.slice(1).flatMap((call) => absent.map((rv) => `${call} ${rv}`)),
  ...['C_OpenSession 0xe1', 'C_GetTokenInfo 0xe1', 'C_GetAttributeValue 0x82'],
]
/** Shown as a certificate without octets. */
const refusedValues = ['0x11', '0x12', '0x13', '0x150']
const vendorCode = 0x8000_0001

/** Every code of the standard's header but CKR_OK, and one of a vendor's own. */
function everyCode(): readonly number[] {
  const includes = join(dirname(createRequire(import.meta.url).resolve('pkcs11js')), 'includes', 'pkcs11')
  const header = readFileSync(join(includes, 'pkcs11t.h'), 'latin1')
  const codes = [...header.matchAll(/^#define +CKR_\w+ +(0x[0-9A-Fa-f]+)/gm)].map(([, code]) => Number(code))
  return [...new Set([...codes, vendorCode])].filter((code) => code !== 0)
}

const stand = await createSoftHsmStand()
afterAll(() => stand.remove())

it('is told as a failure with a code, or costs no more than the objects it was about', async () => {
  await makePair(stand, await unlock(stand), 'p-256')
  stand.token.stop()
  const faults = stand.environment['FORWARDER_FAULT']?.slice(1) ?? ''
  const worker = fileURLToPath(new URL('../support/refusing-worker.ts', import.meta.url))
  const parameters = [stand.modulePath, faults, calls.join(','), everyCode().join(',')]
  const printed = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', worker, ...parameters], {
    env: { ...process.env, ...stand.environment },
    encoding: 'utf8',
    maxBuffer: 1 << 24,
  })
  const refusals = JSON.parse(printed) as readonly Refusal[]
  expect(refusals).toHaveLength(calls.length * everyCode().length)
  const withOutcome = (outcome: number) => refusals.filter((refusal) => refusal.outcome === outcome)
  const namesOf = (some: readonly Refusal[]) => new Set(some.map(({ call, rv }) => `${call} 0x${rv.toString(16)}`))
  expect(namesOf(withOutcome(0))).toEqual(new Set(leftOut))
  expect(namesOf(withOutcome(1))).toEqual(new Set(refusedValues.map((rv) => `C_GetAttributeValue ${rv}`)))
  const told = refusals.flatMap(({ outcome }) => (typeof outcome === 'string' ? outcome : []))
  expect(told).toHaveLength(refusals.length - leftOut.length - refusedValues.length)
  expect(told.filter((code) => !code.startsWith('token.'))).toEqual([])
})

it.each(['C_Initialize', ...calls])('that crashes in %s fails the listing and nothing else', async (call) => {
  stand.token.stop()
  stand.token.reset()
  stand.setFault(`${call}:0:segv`)
  const { code } = await failureOf(stand.token.request('list', {}))
  expect(code).toBe(call === 'C_Initialize' ? 'token.moduleBroken' : 'token.crashed')
  stand.mend()
  stand.token.reset()
  await theToken(stand)
})

it.each(calls)('that hangs in %s is killed at the deadline', async (call) => {
  const token = createTokenProcess({ ...stand, spawn: spawnWorker, deadlines: { list: 1500 } })
  try {
    stand.setFault(`${call}:0:hang`)
    expect(await failureOf(token.request('list', {}))).toMatchObject({ code: 'token.timeout' })
    stand.mend()
    expect((await token.request('list', {})).tokens).toHaveLength(1)
  } finally {
    token.stop()
  }
})
