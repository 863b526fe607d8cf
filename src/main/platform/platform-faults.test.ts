import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import {
  answers,
  drops,
  hangs,
  html,
  refuses,
  sends,
  trickles,
  truncates,
  truncatesChunked,
} from './testing/behaviours.ts'
import { failureOf, startLoggedIn, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import type { Behaviour } from './testing/loopback-server.ts'
import { orderSample, serviceSample } from './testing/wire-samples.ts'

const json = { 'content-type': 'application/json' }
const good = JSON.stringify(serviceSample)

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

interface Seen {
  readonly result: unknown
  readonly requests: number
}

async function seen(platform: LoopbackPlatform, call: Promise<unknown>): Promise<Seen> {
  const result = await call.catch((error: unknown) => (error instanceof AppError ? error.failure : error))
  return { result, requests: platform.requests().length }
}

/** A safe read, GET /service. */
async function read(...behaviours: Behaviour[]): Promise<Seen> {
  open = await startLoopbackPlatform(behaviours)
  return seen(open, open.service())
}

const key = '0b6f2f0e-6a5e-4a3c-9b1e-0f6f7d1c2b3a'

/** A keyed write, POST /orders. */
async function write(...behaviours: Behaviour[]): Promise<Seen & { readonly keys: readonly unknown[] }> {
  open = await startLoggedIn(behaviours)
  const end = await seen(open, open.platform.createOrder({ kind: 'renewal', certificateId: 'c1' }, key))
  const keys = new Set(open.requests().map((request) => request.headers['idempotency-key']))
  return { ...end, keys: [...keys] }
}

const failed = (code: string, details: object): object => ({ code, details: { outcome: 'not-done', ...details } })

describe('a read', () => {
  it('brings the answer, and ignores what the platform has added', async () => {
    expect(await read(answers(200, { ...serviceSample, added: 1 }))).toEqual({ result: serviceSample, requests: 1 })
  })

  it.each<[string, Behaviour, number, object]>([
    ['a dropped connection', drops, 3, failed('platform.unreachable', { network: 'ECONNRESET' })],
    ['no answer at all', hangs, 3, failed('platform.timeout', {})],
    ['a body that trickles past the deadline', trickles, 3, failed('platform.timeout', {})],
    ['broken JSON', sends(200, '{"name":', json), 1, failed('platform.offContract', { status: 200 })],
    ['an empty body', sends(200, '', json), 1, failed('platform.offContract', { status: 200 })],
    [
      'bytes that are not UTF-8',
      sends(200, Buffer.from([0x22, 0xff, 0x22]), json),
      1,
      failed('platform.offContract', { status: 200 }),
    ],
    [
      'another content type',
      sends(200, good, { 'content-type': 'text/plain' }),
      1,
      failed('platform.offContract', { status: 200 }),
    ],
    ['no content type', sends(200, good), 1, failed('platform.offContract', { status: 200 })],
    [
      'another charset',
      sends(200, good, { 'content-type': 'application/json; charset=gbk' }),
      1,
      failed('platform.offContract', { status: 200 }),
    ],
    ['another success', answers(201, serviceSample), 1, failed('platform.offContract', { status: 201 })],
    ['no content', sends(204, ''), 1, failed('platform.offContract', { status: 204 })],
    [
      'a missing field',
      answers(200, { name: 'x', apiVersion: '1' }),
      1,
      failed('platform.offContract', { status: 200, paths: '/time:invalid_type' }),
    ],
    [
      'a field of __proto__ where its own is missing',
      sends(200, `{"name":"x","apiVersion":"1","__proto__":{"time":"${serviceSample.time}"}}`, json),
      1,
      failed('platform.offContract', { status: 200, paths: '/time:invalid_type' }),
    ],
    [
      'something that is not packed as it says',
      sends(200, good, { ...json, 'content-encoding': 'gzip' }),
      1,
      failed('platform.offContract', {}),
    ],
    ['too much', sends(200, ' '.repeat((1 << 20) + 1), json), 1, failed('platform.tooLarge', {})],
    [
      'a gzip bomb',
      sends(200, gzipSync(Buffer.alloc(8 << 20, 32)), { ...json, 'content-encoding': 'gzip' }),
      1,
      failed('platform.tooLarge', {}),
    ],
    ['a web page', html(200), 1, failed('platform.webPage', { status: 200 })],
    ['a page of a gateway', html(502), 3, failed('platform.webPage', { status: 502 })],
    ['a page that forbids', html(403), 1, failed('platform.webPage', { status: 403 })],
    ['a maintenance page', html(503), 3, failed('platform.maintenance', { status: 503 })],
    [
      'a maintenance page that says for how long',
      html(503, { 'retry-after': '1800' }),
      1,
      failed('platform.maintenance', { status: 503, retryAfterSeconds: 1800 }),
    ],
    ['a proxy that wants a log-in', sends(407, '', json), 1, failed('platform.proxy', { status: 407, reason: 'auth' })],
    [
      'a plain 500',
      sends(500, 'oops', { 'content-type': 'text/plain' }),
      3,
      failed('platform.internal', { status: 500 }),
    ],
    [
      'a plain 404',
      sends(404, 'no', { 'content-type': 'text/plain' }),
      1,
      failed('platform.offContract', { status: 404 }),
    ],
    ['a 401 of somebody else', sends(401, '{}', json), 1, failed('platform.offContract', { status: 401 })],
    [
      'a problem that is none',
      sends(422, '{"code":"sms.wrong-code"}', { 'content-type': 'application/problem+json' }),
      1,
      failed('platform.offContract', { status: 422 }),
    ],
  ])('of %s', async (_, behaviour, requests, result) => {
    expect(await read(behaviour)).toEqual({ result, requests })
  })

  it.each<[string, Behaviour]>([
    ['a dropped connection', drops],
    ['no answer', hangs],
    ['half an answer', truncates(good.slice(0, 20))],
    ['half a chunked answer', truncatesChunked(good.slice(0, 20))],
    ['half a packed answer', truncatesChunked(gzipSync(good).subarray(0, 60), { 'content-encoding': 'gzip' })],
    ['a 500', refuses(500, 'service.internal')],
    ['a maintenance page', html(503)],
  ])('gets over %s', async (_, behaviour) => {
    expect(await read(behaviour, answers(200, serviceSample))).toEqual({ result: serviceSample, requests: 2 })
  })

  it('ends half-sent answers as unreachable, whatever they were', async () => {
    expect(await read(truncates(good))).toEqual({
      result: failed('platform.unreachable', { network: expect.stringMatching(/^[A-Z_]+$/) as string }),
      requests: 3,
    })
  })

  it.each([301, 302, 303, 307, 308])('does not follow a redirect: %i', async (status) => {
    const elsewhere = await startLoopbackPlatform([answers(200, serviceSample)])
    const end = await read(sends(status, '', { location: `${elsewhere.server.address}/api/v1/service` }))
    await elsewhere.server.close()
    expect([end, elsewhere.server.seen]).toEqual([{ result: failed('platform.webPage', { status }), requests: 1 }, []])
  })

  it('gives up the connection when the time is over', async () => {
    open = await startLoopbackPlatform([hangs])
    expect(await failureOf(open.service())).toMatchObject({ code: 'platform.timeout' })
    await open.server.abandoned
  })

  it('says that nobody listens, and that nothing was done', async () => {
    open = await startLoggedIn([])
    await open.server.close()
    const failure = await failureOf(open.platform.createOrder({ kind: 'renewal', certificateId: 'c1' }, key))
    expect(failure).toEqual(failed('platform.unreachable', { network: 'ECONNREFUSED' }))
    expect(open.pauses).toEqual([250, 500])
  })
})

describe('a write with a key', () => {
  const made = { id: 'o1', state: 'ready', popRequired: true, popNonce: 'bm9uY2Utbm9uY2U' }

  it.each<[string, Behaviour]>([
    ['the connection drops, perhaps after the deed', drops],
    ['no answer comes', hangs],
    ['half an answer comes', truncates('{"id":')],
    ['a 500 comes', refuses(500, 'service.internal')],
    ['a page of a gateway comes', html(502)],
    ['the first sending is still being worked on', refuses(409, 'request.idempotency-in-progress')],
    ['the platform is busy', refuses(429, 'rate.limited', {}, { 'retry-after': '2' })],
  ])('is sent again with the same key when %s', async (_, behaviour) => {
    expect(await write(behaviour, behaviour, answers(201, orderSample()))).toMatchObject({
      result: made,
      requests: 3,
      keys: [key],
    })
  })

  it.each<[string, Behaviour, number, object]>([
    ['drops', drops, 3, { code: 'platform.unreachable', details: { outcome: 'unknown' } }],
    ['no answer', hangs, 3, { code: 'platform.timeout', details: { outcome: 'unknown' } }],
    [
      'refusals to say whether it is done',
      refuses(409, 'request.idempotency-in-progress'),
      3,
      { code: 'platform.timeout', details: { outcome: 'unknown' } },
    ],
    [
      'an unknown state',
      answers(201, { ...orderSample(), state: 'teleported' }),
      1,
      { code: 'platform.offContract', details: { outcome: 'unknown', status: 201, paths: '/state:invalid_value' } },
    ],
    ['a web page', html(200), 1, { code: 'platform.webPage', details: { outcome: 'unknown' } }],
    [
      'too much',
      sends(201, ' '.repeat((1 << 20) + 1), json),
      1,
      { code: 'platform.tooLarge', details: { outcome: 'unknown' } },
    ],
    [
      'a refusal',
      refuses(422, 'certificate.not-renewable', { traceId: 'trace-1' }),
      1,
      {
        code: 'platform.notRenewable',
        details: { outcome: 'refused', status: 422, problem: 'certificate.not-renewable', traceId: 'trace-1' },
      },
    ],
    [
      'a refusal that the contract does not know',
      refuses(418, 'teapot'),
      1,
      { code: 'platform.requestRefused', details: { outcome: 'refused', status: 418, problem: 'teapot' } },
    ],
  ])('ends after %s', async (_, behaviour, requests, result) => {
    expect(await write(behaviour)).toMatchObject({ result, requests, keys: [key] })
  })

  it('stays in doubt when a refusal of the moment follows a lost answer', async () => {
    expect(await write(drops, refuses(401, 'auth.session-expired'))).toMatchObject({
      result: { code: 'platform.loginRequired', details: { outcome: 'unknown' } },
      requests: 2,
    })
  })

  it('believes a refusal of the request itself after a lost answer', async () => {
    expect(await write(drops, refuses(422, 'certificate.revoked'))).toMatchObject({
      result: { code: 'platform.certificateRevoked', details: { outcome: 'refused' } },
      requests: 2,
    })
  })

  it('leaves a wait of more than five seconds to the caller', async () => {
    expect(await write(refuses(429, 'rate.limited', {}, { 'retry-after': '3000000' }))).toMatchObject({
      result: { code: 'platform.rateLimited', details: { outcome: 'refused', retryAfterSeconds: 604_800 } },
      requests: 1,
    })
  })

  it('waits as long as the platform asks, counted by the platform’s own clock', async () => {
    const dates = { date: 'Mon, 23 Nov 2026 08:00:00 GMT', 'retry-after': 'Mon, 23 Nov 2026 08:00:04 GMT' }
    await write(
      refuses(429, 'rate.limited', {}, { 'retry-after': '3' }),
      refuses(503, 'service.unavailable', {}, dates),
      answers(201, orderSample()),
    )
    expect(open?.pauses).toEqual([3000, 4000])
  })
})
