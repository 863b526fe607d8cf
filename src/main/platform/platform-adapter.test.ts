import { afterEach, describe, expect, it } from 'vitest'
import type { PlatformOrder } from '../renewal/ports.ts'
import { answers, refuses } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { orderSample, serviceSample } from './testing/wire-samples.ts'

const key = '0b6f2f0e-6a5e-4a3c-9b1e-0f6f7d1c2b3a'
const wanted = { kind: 'renewal', certificateId: 'c1' } as const
const order: PlatformOrder = {
  id: 'o1',
  state: 'ready',
  popRequired: true,
  popNonce: 'bm9uY2Utbm9uY2U',
  expiresAt: '2026-11-23T08:30:00Z',
  withEncryption: false,
}

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

/** Method, path, body and key of each request. */
function sent(): readonly (readonly unknown[])[] {
  return (open?.requests() ?? []).map(({ method, url, body, headers }) => [
    `${method} ${url.replace('/api/v1', '')}`,
    body === '' ? undefined : (JSON.parse(body) as unknown),
    headers['idempotency-key'],
  ])
}

describe('reach', () => {
  it('asks, unless the platform has just done what it was asked', async () => {
    open = await startLoggedIn([answers(200, orderSample()), answers(200, serviceSample)])
    await open.platform.readOrder('o1')
    await open.platform.reach(60_000)
    expect(sent().map(([line]) => line)).toEqual(['GET /orders/o1'])
    await open.platform.reach()
    expect(sent().map(([line]) => line)).toEqual(['GET /orders/o1', 'GET /service'])
  })

  it('asks when the last call was refused for maintenance, and says so', async () => {
    open = await startLoggedIn([refuses(503, 'service.maintenance', {}, { 'retry-after': '600' })])
    await failureOf(open.platform.readOrder('o1'))
    expect(await failureOf(open.platform.reach(60_000))).toMatchObject({ code: 'platform.maintenance' })
    expect(sent().map(([line]) => line)).toEqual(['GET /orders/o1', 'GET /service'])
  })
})

describe('createOrder', () => {
  it('makes one', async () => {
    open = await startLoggedIn([answers(201, orderSample())])
    expect(await open.platform.createOrder(wanted, key)).toEqual({ ...order, wasThere: false })
    expect(sent()).toEqual([['POST /orders', wanted, key]])
  })

  it('tells how the key may be wrapped, where that is known by then', async () => {
    open = await startLoggedIn([answers(201, orderSample())])
    const keyWrapping = ['sm2-enveloped-key/sm4-ecb'] as const
    await open.platform.createOrder({ ...wanted, keyWrapping }, key)
    expect(sent()).toEqual([['POST /orders', { ...wanted, keyWrapping: [...keyWrapping] }, key]])
  })

  it('goes on with the one that exists', async () => {
    const existing = orderSample({ id: 'o7', state: 'issued' })
    open = await startLoggedIn([refuses(409, 'order.active-exists', { existingOrderId: 'o7' }), answers(200, existing)])
    expect(await open.platform.createOrder(wanted, key)).toEqual({
      ...order,
      wasThere: true,
      id: 'o7',
      state: 'issued',
    })
    expect(sent()).toEqual([
      ['POST /orders', wanted, key],
      ['GET /orders/o7', undefined, undefined],
    ])
  })

  it('fails when the platform does not say which one exists', async () => {
    open = await startLoggedIn([refuses(409, 'order.active-exists')])
    expect(await failureOf(open.platform.createOrder(wanted, key))).toMatchObject({ code: 'platform.orderActive' })
  })

  it('takes no order of another certificate', async () => {
    open = await startLoggedIn([
      refuses(409, 'order.active-exists', { existingOrderId: 'o7' }),
      answers(200, orderSample({ id: 'o7', certificateId: 'c2' })),
    ])
    expect(await failureOf(open.platform.createOrder(wanted, key))).toEqual({
      code: 'platform.offContract',
      details: { outcome: 'unknown', paths: '/certificateId' },
    })
  })
})

describe('an order', () => {
  it('that was rejected says why, in plain words', async () => {
    const problem = { title: '未通过', status: 409, code: 'order.rejected', detail: ' 材料\n不全 ' }
    open = await startLoggedIn([answers(200, orderSample({ state: 'rejected', problem }))])
    expect(await open.platform.readOrder('o1')).toEqual({ ...order, state: 'rejected', rejection: '材料 不全' })
  })

  it('that was not asked for is not taken', async () => {
    open = await startLoggedIn([answers(200, orderSample({ id: 'o2' }))])
    expect(await failureOf(open.platform.readOrder('o1'))).toMatchObject({
      code: 'platform.offContract',
      details: { paths: '/id' },
    })
  })

  it('is cancelled with a key', async () => {
    open = await startLoggedIn([answers(200, orderSample({ state: 'cancelled' }))])
    await open.platform.cancelOrder('o1', key)
    expect(sent()).toEqual([['POST /orders/o1/cancellation', undefined, key]])
  })
})

describe('the SMS', () => {
  const challenge = {
    id: 's1',
    maskedPhone: '138****8000',
    codeLength: 6,
    expiresAt: '2026-11-23T08:05:00Z',
    resendAt: '2026-11-23T08:01:00Z',
    attemptsLeft: 5,
  }

  it('is asked for and verified with keys', async () => {
    open = await startLoggedIn([answers(201, { ...challenge, added: 1 }), answers(200, orderSample())])
    expect(await open.platform.requestSms('o1', key)).toEqual(challenge)
    const code = { orderId: 'o1', challengeId: 's1', code: '482913' }
    expect(await open.platform.verifySms(code, key)).toEqual(order)
    expect(sent()).toEqual([
      ['POST /orders/o1/sms-challenges', undefined, key],
      ['POST /orders/o1/sms-challenges/s1/verification', { code: '482913' }, key],
    ])
  })

  it('says how many tries are left, and spends one', async () => {
    open = await startLoggedIn([refuses(422, 'sms.wrong-code', { attemptsLeft: 4 })])
    const code = { orderId: 'o1', challengeId: 's1', code: '482913' }
    expect(await failureOf(open.platform.verifySms(code, key))).toEqual({
      code: 'sms.wrongCode',
      details: { outcome: 'refused', status: 422, problem: 'sms.wrong-code', attemptsLeft: 4 },
    })
    expect(sent()).toHaveLength(1)
  })

  it('that comes too soon is not asked for again, however short the wait', async () => {
    open = await startLoggedIn([refuses(429, 'sms.too-soon', {}, { 'retry-after': '2' })])
    expect(await failureOf(open.platform.requestSms('o1', key))).toMatchObject({
      code: 'sms.tooSoon',
      details: { retryAfterSeconds: 2 },
    })
    expect(sent()).toHaveLength(1)
  })
})

describe('the request, the certificate and the confirmation', () => {
  const request = Uint8Array.of(0x30, 0xff, 0x00)

  it('sends the request, the proof, and the wrappings that the token can take', async () => {
    open = await startLoggedIn([answers(200, orderSample({ state: 'issued' }))])
    const proof = { algorithm: 'ecdsa-p256-sha256', signature: Uint8Array.of(1, 2, 3, 4) } as const
    expect(await open.platform.submitRequest({ orderId: 'o1', request, proof, keyWrapping: [] }, key)).toEqual({
      ...order,
      state: 'issued',
    })
    const keyWrapping = ['rsa-oaep-sha1/aes256-kwp'] as const
    await open.platform.submitRequest({ orderId: 'o1', request, keyWrapping }, key)
    expect(sent()).toEqual([
      ['POST /orders/o1/csr', { csr: 'MP8A', proof: { ...proof, signature: 'AQIDBA==' } }, key],
      ['POST /orders/o1/csr', { csr: 'MP8A', keyWrapping: [...keyWrapping] }, key],
    ])
  })

  it('reads what was issued as bytes', async () => {
    open = await startLoggedIn([answers(200, { signingCertificate: 'MP8A', chain: ['AQ==', 'Ag=='] })])
    expect(await open.platform.readIssued('o1')).toEqual({
      signing: request,
      chain: [Uint8Array.of(1), Uint8Array.of(2)],
    })
  })

  it('reads the encryption certificate and its wrapped key, whatever the wrapping is called', async () => {
    const wrappedKey = { wrapping: 'something-new', encryptedKey: 'BA==', encryptedPrivateKey: 'BQ==' }
    const encryption = { certificate: 'Aw==', wrappedKey }
    open = await startLoggedIn([answers(200, { signingCertificate: 'MP8A', chain: [], encryption })])
    expect((await open.platform.readIssued('o1')).encryption).toEqual({
      certificate: Uint8Array.of(3),
      wrapping: 'something-new',
      encryptedKey: Uint8Array.of(4),
      encryptedPrivateKey: Uint8Array.of(5),
    })
  })

  it('reads the encryption certificate and an SM2 key in its envelope', async () => {
    const wrappedKey = { wrapping: 'sm2-enveloped-key/sm4-ecb', envelopedKey: 'MAA=' }
    const encryption = { certificate: 'Aw==', wrappedKey }
    open = await startLoggedIn([answers(200, { signingCertificate: 'MP8A', chain: [], encryption })])
    expect((await open.platform.readIssued('o1')).encryption).toEqual({
      certificate: Uint8Array.of(3),
      wrapping: 'sm2-enveloped-key/sm4-ecb',
      envelopedKey: Uint8Array.of(0x30, 0),
    })
  })

  it('tells an order with an encryption certificate, and the key that it is about', async () => {
    const publicKeySha256 = 'c'.repeat(64)
    open = await startLoggedIn([answers(200, orderSample({ withEncryption: true, publicKeySha256 }))])
    expect(await open.platform.readOrder('o1')).toMatchObject({ withEncryption: true, publicKeySha256 })
  })

  it('confirms with the hash, and with a reason that fits', async () => {
    open = await startLoggedIn([answers(200, orderSample({ state: 'completed' }))])
    const certificateSha256 = 'b'.repeat(64)
    await open.platform.confirm({ orderId: 'o1', certificateSha256, installed: true }, key)
    await open.platform.confirm(
      { orderId: 'o1', certificateSha256, installed: false, reason: 'issued.otherKey'.repeat(30) },
      key,
    )
    const encryption = { certificateSha256: 'd'.repeat(64), installed: false, reason: 'token.unsupported' }
    await open.platform.confirm({ orderId: 'o1', certificateSha256, installed: true, encryption }, key)
    const hash = { signingCertificateSha256: certificateSha256 }
    expect(sent()).toEqual([
      ['POST /orders/o1/confirmation', { ...hash, installed: true }, key],
      [
        'POST /orders/o1/confirmation',
        { ...hash, installed: false, reason: 'issued.otherKey'.repeat(30).slice(0, 200) },
        key,
      ],
      ['POST /orders/o1/confirmation', { ...hash, installed: true, encryption }, key],
    ])
  })
})
