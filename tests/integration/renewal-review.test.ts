/** An order that a person at the platform has to approve: the renewal waits, and ends as that person decides. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest

beforeEach(async () => {
  desk = await createDesk('soft', { review: true })
  await desk.put({ keyType: 'p-256', days: [-338, 27] })
  app = await startApp(desk)
})

afterEach(async () => {
  await app.close()
  await desk.remove()
})

async function submit(): Promise<Renewal> {
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  await app.value('account:login', deskAccount)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  const { id: renewalId } = await app.value('renewal:start', { certificateId })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  return app.value('renewal:initialise', { renewalId, pin: deskPin })
}

/** A second waiting is as good as the first: nothing is submitted again. */
async function waitInReview(renewalId: string): Promise<void> {
  for (let looks = 0; looks < 2; looks += 1) {
    expect(await app.call('renewal:execute', { renewalId })).toMatchObject({ failure: { code: 'renewal.inReview' } })
  }
  const [renewal] = await app.value('renewal:list', {})
  expect(renewal?.state).toBe('submitted')
}

it('goes on when the order is approved', async () => {
  const { id: renewalId, orderId = '' } = await submit()
  await waitInReview(renewalId)
  await desk.simulator.approve(orderId)
  expect((await app.value('renewal:execute', { renewalId })).state).toBe('completed')
  expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1, withdrawals: 0 })
})

it('ends when it is rejected, with the reason, and the old certificate stays', async () => {
  const { id: renewalId, orderId = '' } = await submit()
  await waitInReview(renewalId)
  await desk.simulator.reject(orderId, '单位名称已变更')
  expect(await app.value('renewal:execute', { renewalId })).toMatchObject({
    state: 'abandoned',
    failure: { code: 'platform.orderRejected', details: { reason: '单位名称已变更' } },
  })
  const { cards } = await app.overview(({ cards: found }) => found.length > 0)
  expect(cards.flatMap(({ certificates }) => certificates).map(({ status, key }) => [status, key])).toEqual([
    ['expiring', 'present'],
  ])
  expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 0 })
})

it('ends when the order has run out', async () => {
  const { id: renewalId } = await submit()
  await waitInReview(renewalId)
  desk.simulator.clock.setOffset(8 * 86_400_000)
  await app.value('account:login', deskAccount)
  expect(await app.value('renewal:execute', { renewalId })).toMatchObject({
    state: 'abandoned',
    failure: { code: 'platform.orderExpired' },
  })
})
