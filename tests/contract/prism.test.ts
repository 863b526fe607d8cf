/** The whole program at work through Prism, which knows openapi.yaml and nothing of our schemas. */
import { randomUUID } from 'node:crypto'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { openOffice } from '../../simulator/platform/testing/office.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, type Desk } from '../support/desk.ts'
import { items, json, where, without } from './support/corruptions.ts'
import { startCorruptingProxy, type Corrupt } from './support/corrupting-proxy.ts'
import { startPrism, type Prism } from './support/prism.ts'

interface Stand {
  readonly desk: Desk
  readonly app: AppUnderTest
  readonly prism: Prism
}

/** The real program, Prism, the simulator. */
async function stand(fill: (desk: Desk) => Promise<unknown>, key?: 'skf'): Promise<Stand> {
  const desk = await createDesk(key)
  onTestFinished(() => desk.remove())
  await fill(desk)
  const prism = await startPrism(desk.origin)
  const app = await startApp({ ...desk, origin: prism.origin })
  onTestFinished(() => app.close())
  return { desk, app, prism }
}

async function renew({ app, desk }: Stand): Promise<Renewal> {
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  await app.value('account:login', deskAccount)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  await app.value('renewal:gate', { certificateId })
  const { id: renewalId } = await app.value('renewal:start', { certificateId, hasOpenBids: false })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  const done = await app.value('renewal:execute', { renewalId })
  await app.value('account:logout', {})
  return done
}

describe.each([
  { what: 'a renewal', encryption: 'none', fill: (desk: Desk) => desk.put({ keyType: 'p-256', days: [-338, 27] }) },
  { what: 'a repair', encryption: 'none', fill: (desk: Desk) => desk.put({ keyType: 'rsa-2048', days: [-400, -12] }) },
  {
    encryption: 'written',
    what: 'a renewal of both certificates',
    fill: async (desk: Desk) => {
      await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
      await desk.putEncryption([-338, 27])
    },
  },
  {
    encryption: 'written',
    what: 'a renewal of both certificates by SM2',
    key: 'skf' as const,
    fill: async (desk: Desk) => {
      await desk.put({ keyType: 'sm2', days: [-338, 27] })
      await desk.putEncryption([-338, 27])
    },
  },
])('$what', ({ fill, encryption, key }) => {
  it('keeps to the contract on both sides, in the opinion of Prism', async () => {
    const office = await stand(fill, key)
    const done = await renew(office)
    expect(office.prism.violations()).toEqual([])
    expect(done).toMatchObject({ state: 'completed', encryption })
    expect(office.prism.requests()).toBeGreaterThan(8)
  })
})

it('notices what is not in the contract, from either side', async () => {
  const office = await openOffice()
  const { certificateId } = await office.enrol(27)
  const { accessToken } = await office.client.call('login', { body: deskAccount })
  let corrupt: Corrupt = (_asked, answer) => answer
  const prism = await startPrism(await startCorruptingProxy(office.origin, (asked, answer) => corrupt(asked, answer)))
  const complaints = async (path: string, request: RequestInit): Promise<number> => {
    const before = prism.violations().length
    const headers = new Headers({ authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' })
    new Headers(request.headers).forEach((value, name) => headers.set(name, value))
    await (await fetch(`${prism.origin}/api/v1${path}`, { ...request, headers })).text()
    return prism.violations().length - before
  }
  const order = { method: 'POST', body: JSON.stringify({ kind: 'renewal', certificateId }) }
  const keyed = { ...order, headers: { 'idempotency-key': randomUUID() } }
  expect(await complaints('/certificates', {})).toBe(0)
  expect(await complaints('/orders', order)).toBeGreaterThan(0)
  expect(
    await complaints('/orders', { ...keyed, body: '{"kind":"renewal","certificateId":"a","extra":1}' }),
  ).toBeGreaterThan(0)
  expect(office.simulator.books().orders).toBe(0)
  expect(await complaints('/orders', keyed)).toBe(0)

  corrupt = where(/^GET .*\/certificates$/, json(items((item) => ({ ...item, usage: 'both' }))))
  expect(await complaints('/certificates', {})).toBeGreaterThan(0)
  corrupt = where(/^GET .*\/certificates$/, json(without('total')))
  expect(await complaints('/certificates', {})).toBeGreaterThan(0)
  corrupt = where(
    /^GET .*\/certificates$/,
    json((page) => ({ ...page, page: '1' })),
  )
  expect(await complaints('/certificates', {})).toBeGreaterThan(0)
  corrupt = where(/^GET .*\/certificates$/, (answer) => ({ ...answer, status: 202 }))
  expect(await complaints('/certificates', {})).toBeGreaterThan(0)
})
