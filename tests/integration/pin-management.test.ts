import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { quietLog } from '../../src/main/logging/testing/quiet-log.ts'
import type { Failure } from '../../src/shared/failure.ts'
import type { Result } from '../../src/shared/ipc/result.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'
import { createFaultyModule } from '../support/faulty-module.ts'
import { softHsmSecurityOfficerPin } from '../support/softhsm.ts'

vi.setConfig({ testTimeout: 60_000 })

const newPin = 'Kite-5927'
const open: { close(): Promise<void> }[] = []
const desks: Desk[] = []
afterEach(async () => {
  for (const app of open.splice(0)) await app.close()
  for (const desk of desks.splice(0)) await desk.remove()
})

interface Started {
  readonly desk: Desk
  readonly app: AppUnderTest
  readonly tokenSerialNumber: string
}

async function start(prepare: (desk: Desk) => Promise<Parameters<typeof startApp>[1]> = () => Promise.resolve({})) {
  const desk = await createDesk()
  desks.push(desk)
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const app = await startApp(desk, await prepare(desk))
  open.push(app)
  const { tokens } = await app.overview(({ cards }) => cards.length > 0)
  return { desk, app, tokenSerialNumber: tokens[0]?.serialNumber ?? '' } satisfies Started
}

function failureOf(result: Result<unknown>): Failure | undefined {
  return result.ok ? undefined : result.failure
}

async function pinOf(app: AppUnderTest) {
  return (await app.value('certificates:refresh', {})).tokens[0]?.pin
}

it('changes the PIN: the old one is refused from then on, and the new one is proven', async () => {
  const { app, tokenSerialNumber } = await start()
  expect(await app.value('pin:change', { tokenSerialNumber, pin: deskPin, newPin })).toEqual({ isProven: true })
  const again = await app.call('pin:change', { tokenSerialNumber, pin: deskPin, newPin: 'Other-482' })
  expect(failureOf(again)).toMatchObject({ code: 'token.pinIncorrect', details: { pinState: 'count-low' } })
  expect((await pinOf(app))?.state).toBe('count-low')
  await app.value('pin:change', { tokenSerialNumber, pin: newPin, newPin: 'Other-482' })
  expect((await pinOf(app))?.state).toBe('ok')
})

it('decides about a new PIN itself, before the old one goes out', async () => {
  const { app, tokenSerialNumber } = await start()
  const reasons: unknown[] = []
  for (const refused of ['12345', '11111111', 'abcdefgh', '密码密码密', '99999999'])
    reasons.push(
      failureOf(await app.call('pin:change', { tokenSerialNumber, pin: '99999999', newPin: refused }))?.details,
    )
  expect(reasons).toEqual(['length', 'known', 'pattern', 'characters', 'pattern'].map((reason) => ({ reason })))
  expect((await pinOf(app))?.state).toBe('ok')
})

it('sets a new PIN with the security officer’s, and says how that one stands when it is wrong', async () => {
  const { app, tokenSerialNumber } = await start()
  const wrong = await app.call('pin:unblock', { tokenSerialNumber, securityOfficerPin: '99999999', newPin })
  expect(failureOf(wrong)).toMatchObject({ code: 'token.securityOfficerPinIncorrect' })
  expect((await pinOf(app))?.securityOfficer).toBe('count-low')
  const right = { tokenSerialNumber, securityOfficerPin: softHsmSecurityOfficerPin, newPin }
  expect(await app.value('pin:unblock', right)).toEqual({ isProven: true })
  await app.value('pin:change', { tokenSerialNumber, pin: newPin, newPin: 'Other-482' })
})

it('sets the PIN that it is setting before the program ends', async () => {
  const { desk, app, tokenSerialNumber } = await start(async (prepared) => {
    const module = await createFaultyModule(prepared)
    module.delay('C_SetPIN', 1500)
    const environment = { ...module.environment, FORWARDER_COUNT: join(prepared.userData, 'calls') }
    return { modules: [module.path], environment }
  })
  const changing = app.call('pin:change', { tokenSerialNumber, pin: deskPin, newPin })
  await vi.waitFor(() => expect(readFileSync(join(desk.userData, 'calls'), 'utf8')).toContain('C_SetPIN'), 10_000)
  await app.close()
  expect(await changing).toEqual({ ok: true, value: { isProven: true } })
})

it('does not take the login of a renewal away, and a renewal does not take away what it needs', async () => {
  const { desk, app, tokenSerialNumber } = await start()
  await app.value('account:login', deskAccount)
  const { cards } = await app.value('certificates:overview', {})
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  const { id: renewalId } = await app.value('renewal:start', { certificateId })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  for (const call of [
    app.call('pin:change', { tokenSerialNumber, pin: deskPin, newPin }),
    app.call('pin:unblock', { tokenSerialNumber, securityOfficerPin: softHsmSecurityOfficerPin, newPin }),
  ])
    expect(failureOf(await call)).toEqual({ code: 'token.busy' })
  const { state } = await app.value('renewal:execute', { renewalId })
  expect(state).toBe('completed')
  await app.value('pin:change', { tokenSerialNumber, pin: deskPin, newPin })
})

it('says that a PIN is known to everybody after a login with it, and no longer after it is changed', async () => {
  const { desk, app, tokenSerialNumber } = await start()
  expect((await pinOf(app))?.isKnown).toBeUndefined()
  await app.value('account:login', deskAccount)
  const { cards } = await app.value('certificates:overview', {})
  const { id: renewalId } = await app.value('renewal:start', { certificateId: cards[0]?.certificates[0]?.id ?? '' })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  expect(failureOf(await app.call('renewal:initialise', { renewalId, pin: '88888888' }))?.code).toBe(
    'token.pinIncorrect',
  )
  expect((await pinOf(app))?.isKnown).toBeUndefined()
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  expect((await pinOf(app))?.isKnown).toBe(true)
  await app.value('renewal:execute', { renewalId })
  await app.value('pin:change', { tokenSerialNumber, pin: deskPin, newPin })
  expect((await pinOf(app))?.isKnown).toBeUndefined()
})

it('does not tell what the PIN is when the driver ends in the middle of it', async () => {
  const desk = await createDesk()
  desks.push(desk)
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  const module = await createFaultyModule(desk)
  const app = await startApp(desk, { modules: [module.path], environment: module.environment })
  open.push(app)
  const { tokens } = await app.overview(({ cards }) => cards.length > 0)
  module.crash('C_SetPIN')
  const tokenSerialNumber = tokens[0]?.serialNumber ?? ''
  const ended = await app.call('pin:change', { tokenSerialNumber, pin: deskPin, newPin })
  expect(failureOf(ended)?.code).toBe('token.pinOutcomeUnknown')
})

it('leaves no PIN behind: not in an answer, an event, the log or a file', async () => {
  const told: string[] = []
  const log = quietLog({
    info: (text) => told.push(text),
    failure: (channel, failure, thrown) => told.push(`${channel} ${JSON.stringify(failure)} ${describe(thrown)}`),
  })
  const { desk, app, tokenSerialNumber } = await start(() => Promise.resolve({ log }))
  const secrets = ['99999999', '31415926535', 'Kite-5927', 'Other-482', 'Third-6053']
  const [wrong = '', wrongOfficer = '', first = '', second = '', third = ''] = secrets
  told.push(JSON.stringify(await app.call('pin:change', { tokenSerialNumber, pin: wrong, newPin: second })))
  const officer = { tokenSerialNumber, securityOfficerPin: wrongOfficer, newPin: third }
  told.push(JSON.stringify(await app.call('pin:unblock', officer)))
  told.push(JSON.stringify(await app.call('pin:change', { tokenSerialNumber, pin: deskPin, newPin: first })))
  told.push(JSON.stringify(app.published), ...filesBelow(desk.userData))
  expect(told.length).toBeGreaterThan(4)
  for (const secret of [...secrets, deskPin]) expect(told.filter((text) => text.includes(secret))).toEqual([])
})

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
}

/** All that a log may make of what was thrown. */
function describe(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown)
  return `${thrown.stack ?? ''} ${thrown.cause === undefined ? '' : describe(thrown.cause)}`
}
