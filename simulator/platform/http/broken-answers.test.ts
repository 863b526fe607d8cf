/** Each broken answer as an ordinary HTTP client sees it, with what the platform has done by then. */
import { randomUUID } from 'node:crypto'
import http, { type IncomingMessage } from 'node:http'
import { gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type WireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { openOffice } from '../testing/office.ts'

const limit = endpoints.createOrder.maxResponseBytes

interface Seen {
  readonly status?: number
  readonly type?: string
  readonly body: string
  readonly octets: Buffer
  /** Did the answer come to its end? */
  readonly ended: boolean
}

/** What POST /orders answers under this fault. */
async function answerUnder(kind: WireFaultKind, patience: number) {
  const { origin, simulator, client, enrol } = await openOffice()
  const { certificateId } = await enrol(27)
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  simulator.faults.arm({ kind, operation: 'createOrder' })
  const headers = {
    authorization: `Bearer ${accessToken}`,
    'content-type': 'application/json',
    'idempotency-key': randomUUID(),
  }
  const seen = await new Promise<Seen>((resolve) => {
    const request = http.request(`${origin}/api/v1/orders`, { method: 'POST', headers })
    request.once('error', () => resolve({ body: '', octets: Buffer.alloc(0), ended: false }))
    request.once('response', (response) => void read(response, patience).then(resolve))
    request.end(JSON.stringify({ kind: 'renewal', certificateId }))
  })
  const text = JSON.stringify(
    await client.call('getOrder', { params: { orderId: await onlyOrder(client, certificateId) } }),
  )
  return { ...seen, text, orders: simulator.books().orders }
}

/** The platform names it when one asks for a second one. */
async function onlyOrder(client: Awaited<ReturnType<typeof openOffice>>['client'], certificateId: string) {
  const { existingOrderId } = await client.refused('createOrder', { body: { kind: 'renewal', certificateId } })
  return existingOrderId ?? ''
}

function read(response: IncomingMessage, patience: number): Promise<Seen> {
  const { statusCode: status, headers } = response
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const end = (ended: boolean): void => {
      const octets = Buffer.concat(chunks)
      const head = { ...(status === undefined ? {} : { status }), ...typeOf(headers['content-type']) }
      resolve({ ...head, body: octets.toString('utf8', 0, 2000), octets, ended })
      response.destroy()
    }
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk)
      if (chunks.length === patience) end(false)
    })
    response.once('end', () => end(true))
    response.once('error', () => end(false))
  })
}

const typeOf = (type: string | undefined) => (type === undefined ? {} : { type: type.replace(/;.*/, '') })
/** Of the octets; the last character may be cut. */
function half(text: string): string {
  const octets = Buffer.from(text)
  return octets.toString('utf8', 0, octets.length >> 1)
}

const json = { status: 201, type: 'application/json' }

test.each<[WireFaultKind, (text: string) => Partial<Seen>]>([
  ['500-after-commit', () => ({ status: 500, type: 'application/problem+json', ended: true })],
  ['drop-after-commit', () => ({ body: '', ended: false })],
  ['slow-body', () => ({ ...json, body: '     ', ended: false })],
  ['truncated', (text) => ({ ...json, body: half(text), ended: false })],
  ['truncated-chunked', (text) => ({ ...json, body: half(text), ended: false })],
  ['broken-json', (text) => ({ ...json, body: text.slice(0, -1), ended: true })],
  ['bad-utf8', (text) => ({ ...json, body: `{"x":"\ufffd",${text.slice(1)}`, ended: true })],
  ['empty', () => ({ ...json, body: '', ended: true })],
  ['wrong-content-type', (text) => ({ status: 201, type: 'text/plain', body: text, ended: true })],
  ['missing-field', (text) => ({ ...json, body: text.replace(/"id":"[^"]+",/, ''), ended: true })],
  ['unknown-state', (text) => ({ ...json, body: text.replace('pending-verification', 'teleported'), ended: true })],
  ['extra-field', (text) => ({ ...json, body: text.replace(/\}$/, ',"x-added":{"list":[1]}}'), ended: true })],
  ['proto-field', (text) => ({ ...json, body: `{"__proto__":{"polluted":true},${text.slice(1)}`, ended: true })],
])('%s comes when the order is made', async (kind, expected) => {
  const seen = await answerUnder(kind, 5)
  expect(seen).toMatchObject({ ...expected(seen.text), orders: 1 })
})

test('an answer that is too large, and one that becomes it', async () => {
  const oversize = await answerUnder('oversize', Infinity)
  expect([oversize.ended, oversize.orders]).toEqual([true, 1])
  expect(oversize.octets.length).toBeGreaterThan(limit)
  const bomb = await answerUnder('gzip-bomb', Infinity)
  expect([bomb.ended, bomb.orders]).toEqual([true, 1])
  expect(bomb.octets.length).toBeLessThan(limit / 10)
  expect(gunzipSync(bomb.octets).length).toBeGreaterThan(limit)
})
