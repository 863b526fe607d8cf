/** What holds whichever way a request leaves the program; and what Electron's fetch does otherwise than Node's. */
import { gzipSync } from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { endpoints } from '../../shared/platform/endpoints.ts'
import { contractDialect } from './dialects/contract.ts'
import { createHttpClient } from './http-client.ts'
import { answers, hangs, refuses, sends } from './testing/behaviours.ts'
import { failureOf, startLoggedIn, startLoopbackPlatform, type LoopbackPlatform } from './testing/loopback-platform.ts'
import { startLoopbackServer, type Behaviour } from './testing/loopback-server.ts'
import { networkPaths, throughSystem } from './testing/network-paths.ts'
import { orderSample, serviceSample, sessionSample } from './testing/wire-samples.ts'

const key = '0b6f2f0e-6a5e-4a3c-9b1e-0f6f7d1c2b3a'
const noCredentials = { accessToken: undefined, idempotencyKey: undefined }
const json = { 'content-type': 'application/json' }

let open: LoopbackPlatform | undefined
afterEach(async () => {
  await open?.server.close()
  open = undefined
})

/** Blanks until the client has had enough. */
const neverEnds =
  (packed: boolean): Behaviour =>
  (response) => {
    response.writeHead(200, packed ? { ...json, 'content-encoding': 'gzip' } : json)
    const chunk = packed ? gzipSync(Buffer.alloc(1 << 20, 32)) : Buffer.alloc(1 << 16, 32)
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    }
    response.on('drain', more)
    more()
  }

describe.each(networkPaths)('by $name', ({ fetch, options }) => {
  it('a request carries what it should and nothing more', async () => {
    const cookies = { 'set-cookie': 'sid=secret; Path=/' }
    const behaviours = [answers(200, orderSample(), cookies), answers(200, orderSample({ state: 'cancelled' }))]
    open = await startLoggedIn(behaviours, options)
    await open.platform.readOrder('o1')
    await open.platform.cancelOrder('o1', key)
    const [read, cancel] = open.requests().map(({ headers }) => headers)
    expect(cancel).toMatchObject({
      authorization: `Bearer ${sessionSample.accessToken}`,
      'idempotency-key': key,
      'user-agent': 'cert-user-tool/test',
    })
    expect(read?.['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    expect(read?.['x-request-id']).not.toBe(cancel?.['x-request-id'])
    for (const name of ['cookie', 'referer', 'origin', 'content-type']) expect(cancel).not.toHaveProperty(name)
  })

  it('a body is sent and read as it is', async () => {
    open = await startLoggedIn([refuses(422, 'certificate.revoked')], options)
    const order = { kind: 'renewal', certificateId: 'c1' } as const
    expect(await failureOf(open.platform.createOrder(order, key))).toMatchObject({
      code: 'platform.certificateRevoked',
    })
    expect(open.requests()).toMatchObject([{ body: JSON.stringify(order), headers: json }])
  })

  it('octets are octets', async () => {
    const image = Uint8Array.of(0x89, 0x50, 0xff, 0x00)
    const server = await startLoopbackServer([sends(200, image, { 'content-type': 'image/png' })])
    const send = createHttpClient({
      userAgent: 'test',
      read: contractDialect.read,
      onDate: () => undefined,
      fetch,
    })
    const request = contractDialect.prepare(endpoints.getSealImage, { params: { sealId: 's1' } }, noCredentials)
    const attempt = await send({
      endpoint: endpoints.getSealImage,
      baseUrl: server.address,
      request,
      isRepeatable: true,
      signal: undefined,
    })
    await server.close()
    expect(attempt.ok && attempt.value instanceof Uint8Array && [...attempt.value]).toEqual([...image])
  })

  it.each([
    ['plain', false],
    ['packed', true],
  ])('an answer without an end, %s, is not read to its end', async (_, packed) => {
    open = await startLoopbackPlatform([neverEnds(packed)], options)
    expect(await failureOf(open.service())).toMatchObject({ code: 'platform.tooLarge' })
    await open.server.abandoned
    expect(open.requests()).toHaveLength(1)
  })

  it.each([301, 302, 303, 307, 308])('a redirect is not followed (%d)', async (status) => {
    const elsewhere = await startLoopbackServer([answers(201, sessionSample)])
    open = await startLoopbackPlatform(
      [sends(status, '', { location: `${elsewhere.address}/api/v1/sessions` })],
      options,
    )
    expect(await failureOf(open.session.login('wang', 'secret'))).toEqual({
      code: 'platform.webPage',
      details: { outcome: 'unknown', status },
    })
    await elsewhere.close()
    expect([open.requests().length, elsewhere.seen]).toEqual([1, []])
  })

  it('the time of the platform is seen', async () => {
    const ahead = { date: new Date(Date.now() + 31 * 60_000).toUTCString() }
    open = await startLoopbackPlatform([answers(200, serviceSample, ahead)], options)
    await open.service()
    expect(Math.round((open.clock.skewMs() ?? 0) / 60_000)).toBe(31)
  })
})

describe('a network stack of the system', () => {
  it('is asked to send no credentials, to keep nothing, and to follow nothing', async () => {
    const asked: Request[] = []
    const fetch: typeof globalThis.fetch = (input, init) => {
      if (input instanceof Request) asked.push(input)
      return globalThis.fetch(input, init)
    }
    open = await startLoopbackPlatform([answers(200, serviceSample)], throughSystem(fetch))
    await open.service()
    expect(asked).toMatchObject([
      { credentials: 'omit', cache: 'no-store', redirect: 'manual', referrerPolicy: 'no-referrer' },
    ])
  })

  it('that forgets the deadline is left alone when the time is over', async () => {
    const deaf: typeof globalThis.fetch = (input) => {
      const { url, method, headers } = new Request(input)
      return globalThis.fetch(url, { method, headers })
    }
    open = await startLoopbackPlatform([hangs], throughSystem(deaf))
    expect(await failureOf(open.service())).toMatchObject({ code: 'platform.timeout' })
  })

  it.each([
    ['net::ERR_CONNECTION_REFUSED', 3, 'platform.unreachable', { outcome: 'not-done', network: 'ECONNREFUSED' }],
    ['net::ERR_NAME_NOT_RESOLVED', 3, 'platform.unreachable', { outcome: 'not-done', network: 'ENOTFOUND' }],
    ['net::ERR_INTERNET_DISCONNECTED', 3, 'platform.unreachable', { outcome: 'not-done', network: 'ENETUNREACH' }],
    ['net::ERR_CONNECTION_RESET', 3, 'platform.unreachable', { outcome: 'unknown', network: 'ECONNRESET' }],
    ['net::ERR_NETWORK_CHANGED', 3, 'platform.unreachable', { outcome: 'unknown', network: 'ERR_NETWORK_CHANGED' }],
    ['net::ERR_CERT_COMMON_NAME_INVALID', 1, 'platform.tls', { outcome: 'not-done', tls: 'host-name' }],
    ['net::ERR_CERT_AUTHORITY_INVALID', 1, 'platform.tls', { outcome: 'not-done', tls: 'unknown-issuer' }],
    ['net::ERR_CERT_REVOKED', 1, 'platform.tls', { outcome: 'not-done', tls: 'revoked' }],
    ['net::ERR_CERT_DATE_INVALID', 1, 'platform.tls', { outcome: 'not-done', tls: 'certificate' }],
    ['net::ERR_SSL_PROTOCOL_ERROR', 1, 'platform.tls', { outcome: 'unknown', tls: 'protocol' }],
    ['net::ERR_INVALID_HTTP_RESPONSE', 1, 'platform.offContract', { outcome: 'unknown' }],
    ['net::ERR_INVALID_CHUNKED_ENCODING', 1, 'platform.offContract', { outcome: 'unknown' }],
    ['net::ERR_CONTENT_DECODING_FAILED', 1, 'platform.offContract', { outcome: 'unknown' }],
    ['Redirect was cancelled', 1, 'platform.webPage', { outcome: 'unknown' }],
    ['something else', 3, 'platform.unreachable', { outcome: 'unknown', network: 'UNKNOWN' }],
  ])('%s', async (message, requests, code, details) => {
    let sent = 0
    const fetch: typeof globalThis.fetch = (input) => {
      if (input instanceof Request && input.url.endsWith('/sessions')) return globalThis.fetch(input)
      sent += 1
      return Promise.reject(new Error(message))
    }
    open = await startLoggedIn([], throughSystem(fetch))
    const failure = await failureOf(open.platform.createOrder({ kind: 'renewal', certificateId: 'c1' }, key))
    expect([failure, sent]).toEqual([{ code, details }, requests])
  })
})
