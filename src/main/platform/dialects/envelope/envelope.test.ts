import { describe, expect, it } from 'vitest'
import { endpoints } from '../../../../shared/platform/endpoints.ts'
import { failureOf } from '../../testing/loopback-platform.ts'
import type { RawAnswer } from '../dialect.ts'
import { problemOfCode } from './codes.ts'
import { envelopeDialect } from './envelope.ts'

const json = 'application/json;charset=UTF-8'
const order = {
  ...{ orderNo: 'o1', bizType: 1, certId: 'c1', orderState: 20, needProof: true, nonce: 'bm9uY2Utbm9uY2U' },
  ...{ dualCert: false, createTime: 1_795_420_800_000, expireTime: 1_795_422_600_000 },
}

function raw(body: unknown, change: Partial<RawAnswer> = {}): RawAnswer {
  const octets = new TextEncoder().encode(typeof body === 'string' ? body : JSON.stringify(body))
  return { status: 200, contentType: json, date: undefined, retryAfter: undefined, body: octets, ...change }
}

const write = (answer: RawAnswer) => envelopeDialect.read(endpoints.createOrder, answer)
const read = (answer: RawAnswer) => envelopeDialect.read(endpoints.getOrder, answer)
const failed = (code: string, outcome: string, details: object = {}) => ({
  ok: false,
  failure: { code, outcome, details },
})

describe('an answer', () => {
  it('becomes the contract’s', () => {
    expect(write(raw({ code: 0, msg: 'ok', data: order }))).toEqual({
      ok: true,
      value: {
        ...{ id: 'o1', kind: 'renewal', certificateId: 'c1', state: 'ready', popRequired: true },
        ...{ popNonce: 'bm9uY2Utbm9uY2U', withEncryption: false },
        ...{ createdAt: '2026-11-23T08:00:00.000Z', expiresAt: '2026-11-23T08:30:00.000Z' },
      },
    })
  })

  it.each<[string, RawAnswer, object]>([
    ['is a web page', raw('<p>', { contentType: 'text/html' }), failed('platform.webPage', 'unknown', { status: 200 })],
    [
      'is a maintenance page',
      raw('<p>', { contentType: 'text/html', status: 503 }),
      failed('platform.maintenance', 'unknown'),
    ],
    ['is a redirect', raw('', { status: 302 }), failed('platform.webPage', 'unknown', { status: 302 })],
    ['is a plain 500', raw('oops', { status: 500 }), failed('platform.internal', 'unknown', { status: 500 })],
    ['is a plain 404', raw('no', { status: 404 }), failed('platform.offContract', 'unknown', { status: 404 })],
    ['is not JSON', raw('{"code":0'), failed('platform.offContract', 'unknown')],
    [
      'is JSON by another name',
      raw({ code: 0, data: order }, { contentType: 'text/plain' }),
      failed('platform.offContract', 'unknown'),
    ],
    ['has no number', raw({ data: order }), failed('platform.offContract', 'unknown', { paths: '/code:invalid_type' })],
    ['has no data', raw({ code: 0 }), failed('platform.offContract', 'unknown', { paths: '/:invalid_type' })],
    [
      'lacks a field',
      raw({ code: 0, data: { ...order, nonce: undefined } }),
      failed('platform.offContract', 'unknown', { paths: '/nonce:invalid_type' }),
    ],
    [
      'has an unknown state',
      raw({ code: 0, data: { ...order, orderState: 25 } }),
      failed('platform.offContract', 'unknown', { paths: '/orderState:custom' }),
    ],
    [
      'has a time that is none',
      raw({ code: 0, data: { ...order, expireTime: 9e15 } }),
      failed('platform.offContract', 'unknown', { paths: '/expireTime:too_big' }),
    ],
    [
      'translates into something the contract refuses',
      raw({ code: 0, data: { ...order, orderNo: '../o1' } }),
      failed('platform.offContract', 'unknown', { paths: '/id:invalid_format' }),
    ],
    [
      'has a number that nobody knows',
      raw({ code: 7777, msg: 'Zhang San 13800138000' }),
      failed('platform.internal', 'unknown', { platformCode: 7777 }),
    ],
  ])('that %s settles nothing', (_, answer, expected) => {
    expect(write(answer)).toMatchObject(expected)
    expect(JSON.stringify(write(answer))).not.toContain('Zhang San')
  })

  it('of a read leaves no doubt', () => {
    expect(read(raw({ code: 7777 }))).toMatchObject(failed('platform.internal', 'not-done'))
    expect(read(raw('{'))).toMatchObject(failed('platform.offContract', 'not-done'))
  })

  it('that refuses says why, and brings what belongs to it', () => {
    expect(write(raw({ code: 4002, data: { orderNo: 'o7' } }))).toMatchObject(
      failed('platform.orderActive', 'refused', { existingOrderId: 'o7', status: 200, platformCode: 4002 }),
    )
    expect(write(raw({ code: 5001, data: { waitSeconds: 42 } }))).toMatchObject(
      failed('sms.tooSoon', 'refused', { retryAfterSeconds: 42 }),
    )
    expect(write(raw({ code: 5003, data: { leftTimes: 'many' } }))).toMatchObject(failed('sms.wrongCode', 'refused'))
    expect(write(raw({ code: 9999, data: null }))).toMatchObject(failed('platform.internal', 'unknown'))
  })
})

it('no reason has two numbers', () => {
  expect(new Set(problemOfCode.values()).size).toBe(problemOfCode.size)
})

describe('a request', () => {
  const nobody = { accessToken: undefined, idempotencyKey: undefined }

  it('is a POST of JSON with the token in its own header and no key', () => {
    const credentials = { accessToken: 'token-1', idempotencyKey: 'key' }
    const request = { params: { orderId: 'o1', challengeId: 's1' }, body: { code: '482913' } }
    expect(envelopeDialect.prepare(endpoints.verifySms, request, credentials)).toEqual({
      method: 'POST',
      target: '/sms/check',
      body: '{"orderNo":"o1","smsId":"s1","smsCode":"482913"}',
      headers: { accept: 'application/json', 'content-type': 'application/json', token: 'token-1' },
    })
  })

  it('is checked first, and is not sent where the platform has nothing for it', async () => {
    const bad = () =>
      Promise.resolve().then(() => envelopeDialect.prepare(endpoints.getOrder, { params: { orderId: '../x' } }, nobody))
    expect(await failureOf(bad())).toMatchObject({ code: 'internal', details: { outcome: 'not-done' } })
    const missing = () =>
      Promise.resolve().then(() => envelopeDialect.prepare(endpoints.listFaqs, { query: {} }, nobody))
    expect(await failureOf(missing())).toMatchObject({ details: { missing: 'translation', operation: 'listFaqs' } })
  })
})
