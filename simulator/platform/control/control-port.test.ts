import { X509Certificate } from 'node:crypto'
import { request } from 'node:http'
import { expect, onTestFinished, test } from 'vitest'
import { newTestKey } from '../testing/holder.ts'
import { dayMs, openOffice, organisationHolder } from '../testing/office.ts'
import type { ControlPort } from './control-port.ts'
import { openControlPort } from './control-port.ts'

async function controlled(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options)
  const control = await openControlPort(office.simulator)
  onTestFinished(() => control.close())
  const authorization = `Bearer ${control.token}`
  const get = async (path: string) => {
    const response = await fetch(control.origin + path, { headers: { authorization } })
    return { status: response.status, body: (await response.json()) as unknown }
  }
  const command = async (body: unknown) => {
    const headers = { authorization, 'content-type': 'application/json' }
    const response = await fetch(`${control.origin}/commands`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as Readonly<Record<string, unknown>> }
  }
  return { office, control, get, command }
}

/** fetch does not let one choose these headers. */
function statusWith({ origin, token }: ControlPort, path: string, headers: Readonly<Record<string, string>>) {
  return new Promise<number | undefined>((resolve, reject) => {
    const authorization = `Bearer ${token}`
    request(origin + path, { headers: { authorization, ...headers } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
      .on('error', reject)
      .end()
  })
}

test('nothing but the page is there without the token', async () => {
  const { control } = await controlled()
  expect(Buffer.from(control.token, 'base64url')).toHaveLength(32)
  for (const path of ['/messages', '/overview', '/catalogue', '/nothing']) {
    const response = await fetch(control.origin + path)
    expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
  }
  for (const authorization of ['', 'Bearer', `Bearer ${control.token}x`, `Basic ${control.token}`, control.token]) {
    expect((await fetch(`${control.origin}/messages`, { headers: { authorization } })).status).toBe(401)
  }
  const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{"type":"books"}' }
  expect((await fetch(`${control.origin}/commands`, post)).status).toBe(401)
  expect((await fetch(`${control.origin}/`, { method: 'POST' })).status).toBe(401)
})

test('a request that was meant for another host, or comes from another page, is refused', async () => {
  const { control } = await controlled()
  const { host, port } = new URL(control.origin)
  const status = (path: string, headers: Readonly<Record<string, string>>) => statusWith(control, path, headers)
  for (const path of ['/', '/messages']) {
    expect(await status(path, { host: `evil.example:${port}` })).toBe(403)
    expect(await status(path, { host: '127.0.0.1' })).toBe(403)
    expect(await status(path, { host, origin: 'http://evil.example' })).toBe(403)
    expect(await status(path, { host, origin: 'null' })).toBe(403)
    expect(await status(path, { host, origin: `http://127.0.0.1:${Number(port) + 1}` })).toBe(403)
    expect(await status(path, { host, origin: control.origin })).toBe(200)
    expect(await status(path, { host: `localhost:${port}`, origin: `http://localhost:${port}` })).toBe(200)
  }
})

test('the port of the platform knows nothing of it', async () => {
  const { office, control } = await controlled()
  for (const path of ['/', '/messages', '/overview', '/commands', '/api/v1/messages', '/api/v1/commands']) {
    const headers = { authorization: `Bearer ${control.token}` }
    expect((await fetch(office.origin + path, { headers })).status).toBe(404)
    expect((await fetch(office.origin + path, { method: 'POST', headers })).status).toBe(404)
  }
})

test('shows what was sent by SMS', async () => {
  const { office, get } = await controlled()
  const { id: orderId } = await office.orderFor(await office.enrol(27))
  await office.client.call('requestSms', { params: { orderId } })
  expect(await get('/messages')).toEqual({ status: 200, body: { messages: office.simulator.inbox.list() } })
  expect(office.simulator.inbox.list()).toMatchObject([{ orderId, code: expect.stringMatching(/^\d{6}$/) as string }])
})

test('arms faults and disarms them', async () => {
  const { office, command } = await controlled()
  const { client, simulator } = office
  expect(
    (await command({ type: 'arm-fault', fault: { kind: '500-before', operation: 'getService', times: 2 } })).status,
  ).toBe(200)
  expect((await client.send('getService', {})).status).toBe(500)
  await command({ type: 'disarm-faults' })
  expect((await client.send('getService', {})).status).toBe(200)
  await command({ type: 'arm-fault', fault: { kind: 'untrusted' } })
  await command({ type: 'arm-fault', fault: { kind: 'hang', operation: '*' } })
  expect(simulator.faults.armed()).toEqual([
    { kind: 'untrusted', times: 1 },
    { kind: 'hang', operation: '*', times: 1 },
  ])
})

test('enrols keys, moves the clock, and keeps the books', async () => {
  const { office, command } = await controlled({ families: ['p-256', 'sm2'] })
  const dates = { notBefore: Date.now() - dayMs, notAfter: Date.now() + 27 * dayMs }
  const { publicKey } = newTestKey()
  const enrolled = await command({
    type: 'enrol',
    ...organisationHolder,
    ...dates,
    publicKey: publicKey.toString('base64'),
  })
  const certificate = new X509Certificate(Buffer.from(String(enrolled.body['certificate']), 'base64'))
  expect(certificate.publicKey.export({ type: 'spki', format: 'der' })).toEqual(publicKey)
  const display = await command({ type: 'enrol-sm2', ...organisationHolder, ...dates })
  expect(Buffer.from(String(display.body['issuerCertificate']), 'base64')[0]).toBe(0x30)
  const { items } = await office.client.call('listCertificates', { query: {} })
  expect(items).toHaveLength(2)
  expect((await command({ type: 'books' })).body).toEqual(office.simulator.books())
  const certificateId = items.find(({ keyAlgorithm }) => keyAlgorithm === 'p-256')?.id
  expect((await command({ type: 'revoke', certificateId, reason: 'keyCompromise' })).status).toBe(200)
  expect((await office.client.call('listCertificates', { query: { status: 'revoked' } })).total).toBe(1)
  await command({ type: 'move-clock', offsetMs: 2 * dayMs })
  const { time } = await office.client.call('getService', {})
  expect(Math.round((Date.parse(time) - Date.now()) / dayMs)).toBe(2)
})

test('approves and rejects what is in review', async () => {
  const { office, command, get } = await controlled({ review: true })
  const inReview = async () => {
    const old = await office.enrol(27)
    const order = await office.readyOrderFor(old)
    await office.submit(old, order)
    return order.id
  }
  const [good, bad] = [await inReview(), await inReview()]
  expect((await command({ type: 'approve', orderId: good })).body).toEqual({})
  expect((await command({ type: 'reject', orderId: bad, reason: '单位名称已变更' })).body).toEqual({})
  const again = await command({ type: 'approve', orderId: bad })
  expect(again).toEqual({ status: 409, body: { message: `order ${bad} is not in review` } })
  expect((await get('/overview')).body).toMatchObject({
    orders: [
      { id: good, state: 'issued', commonName: organisationHolder.subject.commonName },
      { id: bad, state: 'rejected' },
    ],
    offsetMs: 0,
    faults: [],
  })
})

const malformed: readonly unknown[] = [
  null,
  'books',
  { type: 'stop' },
  { type: 'start' },
  { type: 'books', more: 1 },
  { type: 'approve' },
  { type: 'move-clock', offsetMs: 'soon' },
  { type: 'move-clock', offsetMs: 1e300 },
  { type: 'arm-fault', fault: { kind: 'hang' } },
  { type: 'arm-fault', fault: { kind: 'hang', operation: 'dropTables' } },
  { type: 'arm-fault', fault: { kind: 'untrusted', operation: 'submitCsr' } },
  { type: 'arm-fault', fault: { kind: 'untrusted', times: 0 } },
  { type: 'enrol', ...organisationHolder, notBefore: 0, notAfter: 1, publicKey: '***' },
]

test.each(malformed)('what is no command is refused and changes nothing: %j', async (body) => {
  const { office, command } = await controlled()
  const before = [office.simulator.books(), office.simulator.faults.armed(), office.simulator.clock.offset()]
  expect((await command(body)).status).toBe(400)
  expect([office.simulator.books(), office.simulator.faults.armed(), office.simulator.clock.offset()]).toEqual(before)
})

test('the page lets nothing run but its own script, and is kept nowhere', async () => {
  const { control } = await controlled()
  const pages = await Promise.all([1, 2].map(() => fetch(`${control.origin}/`)))
  const policies = pages.map(({ headers }) => headers.get('content-security-policy') ?? '')
  const nonces = policies.map((policy) => /script-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '')
  expect(nonces[0]).not.toBe(nonces[1])
  expect(policies[0]).toBe(
    `default-src 'none'; script-src 'nonce-${nonces[0] ?? ''}'; style-src 'nonce-${nonces[0] ?? ''}'; ` +
      "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  )
  const html = await pages[0]?.text()
  expect(html?.match(/<(script|style|link|img)\b[^>]*>/g)).toEqual([
    `<style nonce="${nonces[0] ?? ''}">`,
    `<script type="module" nonce="${nonces[0] ?? ''}">`,
  ])
  expect(html).not.toContain(control.token)
  expect(pages[0]?.headers.get('cache-control')).toBe('no-store')
})
