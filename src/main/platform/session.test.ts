import { afterEach, expect, it } from 'vitest'
import { answers, drops, refuses, sends } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { orderSample, sessionSample } from './testing/wire-samples.ts'

const key = '0b6f2f0e-6a5e-4a3c-9b1e-0f6f7d1c2b3a'
const order = { kind: 'renewal', certificateId: 'c1' } as const
const display = { id: 'u1', displayName: '测试单位', maskedPhone: '138****8000', expiresAt: sessionSample.expiresAt }

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

it('shows who is logged in, and never the token', async () => {
  open = await startLoopbackPlatform([answers(201, sessionSample)])
  expect(open.session.current()).toBeUndefined()
  expect(await open.session.login('wang', 'secret')).toEqual(display)
  expect(open.session.current()).toEqual(display)
})

it('is needed: without it nothing is sent', async () => {
  open = await startLoopbackPlatform([answers(200, orderSample())])
  expect(await failureOf(open.platform.readOrder('o1'))).toEqual({
    code: 'platform.loginRequired',
    details: { outcome: 'not-done' },
  })
  expect(open.requests()).toEqual([])
})

it('ends when the platform says so; after the next log-in the same key goes out again', async () => {
  const newSession = { ...sessionSample, accessToken: 'token-of-the-second-session' }
  const behaviours = [refuses(401, 'auth.session-expired'), answers(201, newSession), answers(201, orderSample())]
  open = await startLoggedIn(behaviours)
  const heard: unknown[] = []
  open.session.subscribe((account) => heard.push(account))
  expect(await failureOf(open.platform.createOrder(order, key))).toEqual({
    code: 'platform.loginRequired',
    details: { outcome: 'refused', status: 401, problem: 'auth.session-expired' },
  })
  expect(open.session.current()).toBeUndefined()
  await open.session.login('wang', 'secret')
  expect(await open.platform.createOrder(order, key)).toMatchObject({ id: 'o1' })
  const sent = open.requests().map(({ headers }) => [headers.authorization, headers['idempotency-key']])
  expect([sent, heard]).toEqual([
    [
      [`Bearer ${sessionSample.accessToken}`, key],
      [undefined, undefined],
      [`Bearer ${newSession.accessToken}`, key],
    ],
    [undefined, display],
  ])
})

it('survives a 401 that is not the platform’s', async () => {
  open = await startLoggedIn([sends(401, 'proxy', { 'content-type': 'text/plain' })])
  await failureOf(open.platform.readOrder('o1'))
  expect(open.session.current()).toEqual(display)
})

it('is over here at once when the user logs out, and the platform is told once', async () => {
  open = await startLoggedIn([sends(204, '')])
  const told = open.session.logout()
  expect(open.session.current()).toBeUndefined()
  await told
  await open.session.logout()
  expect(open.requests().map(({ method, url, headers }) => [method, url, headers.authorization])).toEqual([
    ['DELETE', '/api/v1/sessions/current', `Bearer ${sessionSample.accessToken}`],
  ])
})

it('is over also when the platform cannot be told', async () => {
  open = await startLoggedIn([drops])
  await open.session.logout()
  expect([open.session.current(), open.requests().length]).toEqual([undefined, 1])
})

it('tells only those who still listen', async () => {
  open = await startLoopbackPlatform([answers(201, sessionSample)])
  const heard: unknown[] = []
  const stop = open.session.subscribe((account) => heard.push(account?.id))
  await open.session.login('wang', 'secret')
  stop()
  await open.session.logout()
  expect(heard).toEqual(['u1'])
})
