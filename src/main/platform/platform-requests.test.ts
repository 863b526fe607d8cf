import { afterEach, describe, expect, it, vi } from 'vitest'
import { describeCauses } from '../logging/log.ts'
import { createPlatform } from './platform.ts'
import { answers, drops, hangs, refuses, sends } from './testing/behaviours.ts'
import {
  account,
  errorOf,
  failureOf,
  password,
  startLoggedIn,
  startLoopbackPlatform,
} from './testing/loopback-platform.ts'
import type { LoopbackPlatform } from './testing/loopback-platform.ts'
import { startLoopbackServer } from './testing/loopback-server.ts'
import { orderSample, serviceSample, sessionSample } from './testing/wire-samples.ts'

const key = '0b6f2f0e-6a5e-4a3c-9b1e-0f6f7d1c2b3a'

let open: LoopbackPlatform | undefined
afterEach(async () => {
  vi.unstubAllEnvs()
  await open?.server.close()
  open = undefined
})

describe('what is sent', () => {
  it('is JSON with its own id and our name', async () => {
    open = await startLoopbackPlatform([answers(201, sessionSample)])
    await open.session.login(account, password)
    const [request] = open.requests()
    expect(request).toMatchObject({
      method: 'POST',
      url: '/api/v1/sessions',
      headers: { 'content-type': 'application/json', 'user-agent': 'cert-user-tool/test' },
      body: JSON.stringify({ account, password }),
    })
    expect(request?.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(request?.headers).not.toHaveProperty('authorization')
  })

  it('has no content type where it has no body', async () => {
    open = await startLoggedIn([answers(200, orderSample({ state: 'cancelled' }))])
    await open.platform.cancelOrder('o1', key)
    const [request] = open.requests()
    expect(request).toMatchObject({
      method: 'POST',
      url: '/api/v1/orders/o1/cancellation',
      headers: { authorization: `Bearer ${sessionSample.accessToken}`, 'idempotency-key': key },
      body: '',
    })
    expect(request?.headers).not.toHaveProperty('content-type')
  })

  it('goes nowhere but to the platform, whatever the environment names as a proxy', async () => {
    const proxy = await startLoopbackServer([sends(200, 'from the proxy')])
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
      vi.stubEnv(name, proxy.address)
    }
    vi.stubEnv('NO_PROXY', '')
    vi.stubEnv('no_proxy', '')
    open = await startLoopbackPlatform([answers(200, serviceSample)])
    await open.service()
    await proxy.close()
    expect([open.requests().length, proxy.seen.length]).toEqual([1, 0])
  })

  it('is checked first: a fault of ours does not leave the computer', async () => {
    open = await startLoggedIn([answers(201, orderSample())])
    const bad = open.platform.createOrder({ kind: 'renewal', certificateId: '../../sessions' }, key)
    expect(await failureOf(bad)).toEqual({
      code: 'internal',
      details: { outcome: 'not-done', operation: 'createOrder', paths: '/certificateId:invalid_format' },
    })
    expect(await failureOf(open.platform.readOrder('../service'))).toMatchObject({ code: 'internal' })
    expect(await failureOf(open.platform.cancelOrder('o1', ''))).toMatchObject({
      code: 'internal',
      details: { missing: 'key' },
    })
    expect(open.requests()).toEqual([])
  })
})

describe('a log-in', () => {
  it.each([
    ['a dropped connection', drops, { code: 'platform.unreachable', details: { outcome: 'unknown' } }],
    ['no answer', hangs, { code: 'platform.timeout', details: { outcome: 'unknown' } }],
    ['a 500', refuses(500, 'service.internal'), { code: 'platform.internal', details: { outcome: 'unknown' } }],
    ['a wrong password', refuses(401, 'auth.bad-credentials'), { code: 'platform.badCredentials' }],
    ['a locked account', refuses(403, 'auth.locked'), { code: 'platform.accountLocked' }],
    ['a busy platform', refuses(429, 'rate.limited', {}, { 'retry-after': '1' }), { code: 'platform.rateLimited' }],
  ])('is sent once, also after %s', async (_, behaviour, failure) => {
    open = await startLoopbackPlatform([behaviour])
    expect(await failureOf(open.session.login(account, password))).toMatchObject(failure)
    expect([open.requests().length, open.pauses, open.session.current()]).toEqual([1, [], undefined])
  })

  it('takes no token that could not stand in a header', async () => {
    open = await startLoopbackPlatform([answers(201, { ...sessionSample, accessToken: 'token-0123456\r\nx: y' })])
    expect(await failureOf(open.session.login(account, password))).toMatchObject({ code: 'platform.offContract' })
  })
})

describe('secrets', () => {
  it.each([
    ['the network fails', drops],
    ['the platform refuses and echoes', refuses(422, 'sms.wrong-code', { detail: `${password} 482913` })],
    ['the answer is off the contract', answers(201, { accessToken: sessionSample.accessToken, echo: password })],
    ['the problem code is prose', refuses(400, `your ${password} is wrong`, { traceId: `${password} !` })],
  ])('are in no part of an error when %s', async (_, behaviour) => {
    open = await startLoopbackPlatform([behaviour])
    const login = await errorOf(open.session.login(account, password))
    const said = [JSON.stringify(login.failure), ...describeCauses(login), login.stack ?? ''].join('\n')
    for (const secret of [password, account, sessionSample.accessToken, '482913', '13800138000']) {
      expect(said).not.toContain(secret)
    }
    expect(Object.keys(login.cause ?? {})).toEqual([])
  })
})

describe('the address', () => {
  it('is needed', async () => {
    const unset = createPlatform({ baseUrl: () => undefined, userAgent: 'test' })
    expect([await failureOf(unset.service()), unset.session.current()]).toEqual([
      { code: 'platform.notConfigured', details: { outcome: 'not-done' } },
      undefined,
    ])
  })

  it('is judged at every call', async () => {
    const plain = createPlatform({ baseUrl: () => 'http://ca.example.cn', userAgent: 'test' })
    expect(await failureOf(plain.service())).toEqual({
      code: 'platform.addressInvalid',
      details: { reason: 'plain-http' },
    })
  })

  it('ends the session and the measured clock when it changes', async () => {
    const dated = { date: 'Mon, 23 Nov 2020 08:00:00 GMT' }
    const other = await startLoopbackServer([answers(200, orderSample())])
    let address = ''
    open = await startLoopbackPlatform([answers(201, { ...sessionSample }, dated)], { baseUrl: () => address })
    address = open.server.address
    await open.session.login(account, password)
    expect(open.clock.now().getUTCFullYear()).toBe(2020)
    address = other.address
    const heard: unknown[] = []
    open.session.subscribe((current) => heard.push(current))
    const failure = await failureOf(open.platform.readOrder('o1'))
    await other.close()
    expect([failure.code, other.seen.length, open.clock.skewMs(), heard]).toEqual([
      'platform.loginRequired',
      0,
      undefined,
      [undefined],
    ])
    address = open.server.address
    expect(open.session.current()).toBeUndefined()
  })
})

describe('the clock', () => {
  it('does not take the time of a platform that is no longer the one', async () => {
    const ahead = { date: new Date(Date.now() + 31 * 60_000).toUTCString() }
    let address = ''
    open = await startLoopbackPlatform(
      [
        (response, request, timeIsUp) => {
          // While the old platform still answers, the user has chosen another and somebody has asked who is logged in.
          address = 'https://ca.example.cn'
          open?.session.current()
          answers(200, serviceSample, ahead)(response, request, timeIsUp)
        },
      ],
      { baseUrl: () => address },
    )
    address = open.server.address
    await open.service()
    expect(open.clock.skewMs()).toBeUndefined()
  })

  it('follows the platform, not a page that came instead', async () => {
    const ahead = { date: new Date(Date.now() + 31 * 60_000).toUTCString() }
    open = await startLoopbackPlatform([
      sends(200, '<p>', { 'content-type': 'text/html', ...ahead }),
      answers(200, serviceSample, ahead),
    ])
    await failureOf(open.service())
    expect(open.clock.skewMs()).toBeUndefined()
    await open.service()
    expect(Math.round((open.clock.skewMs() ?? 0) / 60_000)).toBe(31)
    expect(Math.round((open.clock.now().getTime() - Date.now()) / 60_000)).toBe(31)
  })
})
