import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { openOffice } from '../testing/office.ts'

const uuid = /^[0-9a-f]{8}-/

/** All that comes back for these octets. */
async function answerTo(origin: string, octets: string): Promise<string> {
  const socket = connect(Number(new URL(origin).port), '127.0.0.1')
  socket.write(octets)
  return text(socket)
}

test.each([
  ['an address that cannot be decoded', '/api/v1/orders/%zz', 400],
  ['an address with a part that is too long', `/api/v1/orders/${'x'.repeat(101)}`, 414],
])('%s is a problem like all others', async (_what, path, status) => {
  const { origin } = await openOffice()
  const answer = await answerTo(origin, `GET ${path} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n`)
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(answer).toMatch(/content-type: application\/problem\+json/i)
  expect(answer).toMatch(/x-request-id: [0-9a-f]{8}-/)
  expect(answer).toMatch(/cache-control: no-store/)
  expect(answer).toContain(`"status":${status},"code":"request.invalid"`)
})

test.each([
  ['headers that are too long', `GET / HTTP/1.1\r\nx-long: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  ['what is not HTTP', 'hello\r\n\r\n', 400],
])('%s end the connection with a problem', async (_what, octets, status) => {
  const { origin } = await openOffice()
  const [head = '', body = ''] = (await answerTo(origin, octets)).split('\r\n\r\n')
  expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  expect(head).toMatch(/^connection: close$/m)
  expect(head).toContain(`content-length: ${Buffer.byteLength(body)}`)
  expect(JSON.parse(body)).toMatchObject({
    status,
    code: 'request.invalid',
    traceId: expect.stringMatching(uuid) as string,
  })
})

test.each([
  ['abc-1', 'abc-1'],
  ['has a blank', uuid],
  ['x'.repeat(129), uuid],
  [undefined, uuid],
])('the client’s own request number %s comes back when it is fit for a header', async (given, expected) => {
  const { origin } = await openOffice()
  const headers = given === undefined ? {} : { 'x-request-id': given }
  const response = await fetch(`${origin}/api/v1/service`, { headers })
  expect(response.headers.get('x-request-id')).toMatch(expected)
})

test('a query that is not described is refused, also where none is', async () => {
  const { origin } = await openOffice()
  const response = await fetch(`${origin}/api/v1/service?verbose=1`)
  expect(await response.json()).toMatchObject({ status: 400, code: 'request.invalid' })
})

test('a body that nobody wants and nobody can read is a problem as well', async () => {
  const { origin } = await openOffice()
  const headers = { 'content-type': 'text/xml' }
  const response = await fetch(`${origin}/api/v1/nothing`, { method: 'POST', headers, body: '<nothing/>' })
  expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/)
  expect(await response.json()).toMatchObject({ status: response.status, code: 'request.invalid' })
})
