import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openOffice } from '../testing/office.ts'

test('drop-before did nothing, drop-after-commit did it: the same key leads to one order in both cases', async () => {
  for (const [kind, ordersAfterDrop] of [
    ['drop-before', 0],
    ['drop-after-commit', 1],
  ] as const) {
    const { client, simulator, enrol } = await openOffice()
    const { certificateId } = await enrol(27)
    simulator.faults.arm({ kind, operation: 'createOrder' })
    const request = { body: { kind: 'renewal', certificateId } } as const
    const key = randomUUID()
    await expect(client.call('createOrder', request, key)).rejects.toThrow('fetch failed')
    expect(simulator.books().orders).toBe(ordersAfterDrop)
    await client.call('createOrder', request, key)
    expect(simulator.books().orders).toBe(1)
  }
})

test('500-before did nothing, 500-after-commit did it', async () => {
  const { client, simulator, enrol } = await openOffice()
  const { certificateId } = await enrol(27)
  const request = { body: { kind: 'renewal', certificateId } } as const
  const key = randomUUID()
  simulator.faults.arm({ kind: '500-before', operation: '*' })
  expect((await client.refused('createOrder', request, key)).code).toBe('service.internal')
  expect(simulator.books().orders).toBe(0)
  simulator.faults.arm({ kind: '500-after-commit', operation: 'createOrder' })
  expect((await client.refused('createOrder', request, key)).code).toBe('service.internal')
  expect(simulator.books().orders).toBe(1)
  await client.call('createOrder', request, key)
  expect(simulator.books().orders).toBe(1)
})

test('a web page comes instead of an answer', async () => {
  const { origin, simulator } = await openOffice()
  const seen: unknown[] = []
  for (const kind of ['html-503', 'html-200'] as const) {
    simulator.faults.arm({ kind, operation: 'getService' })
    const { status, headers } = await fetch(`${origin}/api/v1/service`)
    seen.push([status, headers.get('content-type'), headers.get('retry-after')])
  }
  expect(seen).toEqual([
    [503, 'text/html; charset=utf-8', '120'],
    [200, 'text/html; charset=utf-8', null],
  ])
})

test('session-expired ends the session for real', async () => {
  const { client, simulator } = await openOffice()
  simulator.faults.arm({ kind: 'session-expired', operation: 'listCertificates' })
  for (let n = 0; n < 2; n++) {
    expect((await client.refused('listCertificates', { query: {} })).code).toBe('auth.session-expired')
  }
})

test('hang gives no answer and does not stop the simulator from closing', async () => {
  const { origin, simulator } = await openOffice()
  simulator.faults.arm({ kind: 'hang', operation: 'getService' })
  const hanging = fetch(`${origin}/api/v1/service`).then(
    () => 'answered',
    () => 'cut off',
  )
  await expect.poll(() => simulator.faults.armed()).toEqual([])
  await simulator.close()
  expect(await hanging).toBe('cut off')
})

test('a fault strikes as often as it was armed for', async () => {
  const { client, simulator } = await openOffice()
  simulator.faults.arm({ kind: '500-before', operation: 'getService', times: 2 })
  const statuses: number[] = []
  for (let n = 0; n < 3; n++) statuses.push((await client.send('getService', {})).status)
  expect(statuses).toEqual([500, 500, 200])
})

test('a redirect, a limit and an unknown problem come as they were armed', async () => {
  const { origin, simulator } = await openOffice()
  const location = 'http://127.0.0.1:9/elsewhere'
  simulator.faults.arm({ kind: 'redirect', operation: 'getService', location })
  simulator.faults.arm({ kind: 'rate-limited', operation: 'getService', retryAfterSeconds: 7 })
  simulator.faults.arm({ kind: 'unknown-problem', operation: 'getService', status: 507 })
  const seen: unknown[] = []
  for (let n = 0; n < 4; n++) {
    const { status, headers } = await fetch(`${origin}/api/v1/service`, { redirect: 'manual' })
    seen.push([status, headers.get('location'), headers.get('retry-after')])
  }
  expect(seen).toEqual([
    [302, location, null],
    [429, null, '7'],
    [507, null, null],
    [200, null, null],
  ])
})

test('twice sends two SMS for one request, and the answer is about the newer one', async () => {
  const { client, simulator, enrol, orderFor } = await openOffice()
  const { id: orderId } = await orderFor(await enrol(27))
  simulator.faults.arm({ kind: 'twice', operation: 'requestSms' })
  const { id: challengeId } = await client.call('requestSms', { params: { orderId } })
  const [older, newer] = simulator.inbox.list().map(({ code }) => code)
  expect(simulator.books().sms).toBe(2)
  const verify = (code = '') => ({ params: { orderId, challengeId }, body: { code } })
  if (older !== newer) expect((await client.refused('verifySms', verify(older))).attemptsLeft).toBe(4)
  expect(await client.call('verifySms', verify(newer))).toMatchObject({ state: 'ready' })
})

test('who listens hears of a fault when it strikes', async () => {
  const { client, simulator } = await openOffice()
  const heard: unknown[] = []
  const unsubscribe = simulator.faults.subscribe(({ kind }) => heard.push(kind))
  simulator.faults.arm({ kind: '500-before', operation: 'getService', times: 2 })
  await client.send('getService', {})
  unsubscribe()
  await client.send('getService', {})
  expect(heard).toEqual(['500-before'])
})
