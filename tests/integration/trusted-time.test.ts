/** The program before a platform whose clock is another: the clock is what is wrong, and the cards go by the platform's. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest | undefined
beforeEach(async () => {
  desk = await createDesk('soft')
})
afterEach(async () => {
  await app?.close()
  app = undefined
  await desk.remove()
})

const dayMs = 86_400_000

async function cards(program: AppUnderTest) {
  const { cards: shown, now = '' } = await program.overview(({ complete, tokens }) => complete && tokens.length > 0)
  return { certificate: shown[0]?.certificates[0], aheadMs: Date.parse(now) - Date.now() }
}

it('judges cards by the platform once it is heard, and opens no gate', async () => {
  // Ended half a day ago by the platform, whose clock is one day ahead.
  await desk.put({ keyType: 'rsa-2048', days: [-300, 0.5] })
  desk.simulator.clock.setOffset(dayMs)
  app = await startApp(desk)
  expect((await cards(app)).certificate?.status).toBe('expiring')
  await app.value('account:login', deskAccount)
  const { certificate, aheadMs } = await cards(app)
  expect([certificate?.status, certificate?.action]).toEqual(['expired', 'repair'])
  expect(Math.abs(aheadMs - dayMs)).toBeLessThan(5_000)
  const gate = await app.value('renewal:gate', { certificateId: certificate?.id ?? '' })
  expect(gate.checks.find(({ name }) => name === 'clock')).toMatchObject({
    state: 'blocked',
    failure: { code: 'renewal.clockSkew', details: { reason: 'behind' } },
  })
  expect(gate.isOpen).toBe(false)
})

it('calls a certificate 未生效 by the platform, and no longer once the clocks agree', async () => {
  await desk.put({ keyType: 'rsa-2048', days: [-0.01, 300] })
  app = await startApp(desk)
  desk.simulator.clock.setOffset(-dayMs)
  await app.value('account:login', deskAccount)
  const { certificate } = await cards(app)
  expect([certificate?.status, certificate?.actionRefusal?.code]).toEqual(['not-yet-valid', 'renewal.notYetValid'])
  desk.simulator.clock.setOffset(0)
  const gate = await app.call('renewal:gate', { certificateId: certificate?.id ?? '' })
  expect(gate).toMatchObject({ ok: false, failure: { code: 'renewal.notYetValid' } })
  await app.value('account:login', deskAccount)
  expect((await cards(app)).certificate?.status).not.toBe('not-yet-valid')
})
