import { randomUUID } from 'node:crypto'
import { fastify } from 'fastify'
import { expect, onTestFinished, test } from 'vitest'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { newDualKeys, openDualOffice } from '../testing/dual-office.ts'
import { newTestKey } from '../testing/holder.ts'
import type { Office } from '../testing/office.ts'
import { openOffice } from '../testing/office.ts'
import { opensslRead } from '../testing/openssl.ts'
import { acceptedQuality } from './accepted.ts'
import { sendAlternative } from './alternative.ts'

async function fetchIssued({ origin, client }: Office, orderId: string, accept: string) {
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  return fetch(`${origin}/api/v1/orders/${orderId}/certificate`, {
    headers: { accept, authorization: `Bearer ${accessToken}`, 'x-request-id': randomUUID() },
  })
}

/** What openssl finds in it, in base64. */
async function certificatesIn(response: Response): Promise<readonly string[]> {
  const octets = new Uint8Array(await response.arrayBuffer())
  const printed = await opensslRead(['pkcs7', '-inform', 'DER', '-print_certs'], octets)
  return [...printed.matchAll(/-----BEGIN CERTIFICATE-----([^-]+)-----END/g)].map(([, text]) =>
    (text ?? '').replaceAll('\n', ''),
  )
}

test('a pair with its chain as PKCS#7, and the same as JSON for everybody else', async () => {
  const office = await openDualOffice(newDualKeys())
  await office.ask()
  const issued = await office.client.call('getIssued', { params: office.params })
  const response = await fetchIssued(office, office.order.id, 'application/pkcs7-mime; smime-type=certs-only')
  expect(response.headers.get('content-type')).toBe('application/pkcs7-mime; smime-type=certs-only')
  expect([response.headers.get('vary'), response.headers.get('cache-control')]).toEqual(['accept', 'no-store'])
  const expected = [issued.signingCertificate, issued.encryption?.certificate, ...issued.chain]
  expect((await certificatesIn(response)).toSorted()).toEqual(expected.toSorted())

  for (const accept of ['*/*', 'application/json', 'application/pkcs7-mime;q=0.5, */*', 'text/html']) {
    const other = await fetchIssued(office, office.order.id, accept)
    expect(other.headers.get('content-type')).toBe('application/json; charset=utf-8')
    expect(await other.json()).toEqual(issued)
  }
})

test.each(['p-256', 'sm2'] as const)('a single %s certificate with its chain as PKCS#7', async (kind) => {
  const office = await openOffice({ families: [kind] })
  const old = await office.enrol(27, newTestKey(kind))
  const order = await office.readyOrderFor(old)
  const early = await fetchIssued(office, order.id, 'application/pkcs7-mime')
  expect([early.status, early.headers.get('content-type')]).toEqual([409, 'application/problem+json; charset=utf-8'])
  await office.submit(old, order)
  const { signingCertificate, chain } = await office.client.call('getIssued', { params: { orderId: order.id } })
  const response = await fetchIssued(office, order.id, 'application/pkcs7-mime, application/json;q=0.9')
  expect((await certificatesIn(response)).toSorted()).toEqual([signingCertificate, ...chain].toSorted())
})

test('a certificate of the list as application/pkix-cert is the DER itself', async () => {
  const server = fastify()
  onTestFinished(() => server.close())
  const der = Buffer.from('30030201ff', 'hex')
  server.get('/', (request, reply) => {
    const answer = { status: 200, body: { id: 'cert-1', certificate: der.toString('base64') } }
    if (!sendAlternative(endpoints.getCertificate, request, reply, answer)) void reply.send('as JSON')
    return reply
  })
  const url = await server.listen({ host: '127.0.0.1', port: 0 })
  const response = await fetch(url, { headers: { accept: 'application/pkix-cert' } })
  expect(response.headers.get('content-type')).toBe('application/pkix-cert')
  expect(Buffer.from(await response.arrayBuffer())).toEqual(der)
  expect(await (await fetch(url)).text()).toBe('as JSON')
})

test('the most specific range of an Accept header counts', () => {
  const accept = 'application/*;q=0.4, application/pkcs7-mime;smime-type=certs-only;q=0.7, */*;q=0.1, text/html;q=x'
  const types = ['application/pkcs7-mime', 'application/json', 'image/png', 'text/html']
  expect(types.map((type) => acceptedQuality(accept, type))).toEqual([0.7, 0.4, 0.1, 0])
  expect(acceptedQuality(undefined, 'application/json')).toBe(1)
})
