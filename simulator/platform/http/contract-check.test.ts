import { expect, test } from 'vitest'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { openOffice } from '../testing/office.ts'
import { problemAnswer, successAnswer } from './contract-check.ts'
import { problem } from './problem.ts'

test('an answer that lacks a field cannot leave', () => {
  expect(() => successAnswer(endpoints.getService, { name: '平台', apiVersion: '1.0' })).toThrow('time')
  expect(() => successAnswer(endpoints.logout, { done: true })).toThrow('without a body')
})

test('an answer loses what the contract does not know', () => {
  const service = { name: '平台', apiVersion: '1.0', time: '2026-11-23T00:00:00Z' }
  expect(successAnswer(endpoints.getService, { ...service, secret: 1 })).toEqual({ status: 200, body: service })
})

test('octets leave as octets, of the type and up to the size that the contract names', () => {
  const { getSealImage } = endpoints
  const headers = { 'content-type': 'image/png' }
  expect(successAnswer(getSealImage, Uint8Array.of(1))).toEqual({ status: 200, body: Uint8Array.of(1), headers })
  expect(() => successAnswer(getSealImage, 'text')).toThrow('answers with octets')
  const tooLarge = new Uint8Array(getSealImage.maxResponseBytes + 1)
  expect(() => successAnswer(getSealImage, tooLarge)).toThrow('at most 1048576 octets')
})

test('a refusal that the contract does not list becomes an internal error', () => {
  expect(problemAnswer(endpoints.getOrder, problem('order.not-found')).status).toBe(404)
  expect(problemAnswer(endpoints.getOrder, problem('sms.wrong-code'))).toMatchObject({
    status: 500,
    body: { code: 'service.internal' },
  })
})

test('requests that break the contract are refused with the place', async () => {
  const { client, origin } = await openOffice()
  const unknownField = { account: 'demo', password: 'x', extra: 1 }
  expect(await client.refused('login', { body: unknownField })).toMatchObject({ code: 'request.invalid', status: 400 })
  const noPassword = await fetch(`${origin}/api/v1/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"account":"demo"}',
  })
  expect(await noPassword.json()).toMatchObject({ errors: [{ pointer: '/password' }] })
  const badQuery = await client.refused('listCertificates', { query: { pageSize: 101 } })
  expect(badQuery.errors?.[0]?.pointer).toBe('/pageSize')
  expect((await client.refused('getOrder', { params: { orderId: 'a b' } })).status).toBe(400)
})

test.each([
  ['{"account":', 'application/json', 400],
  ['<login/>', 'text/xml', 400],
] as const)('a body that is not JSON is malformed: %s', async (body, type, status) => {
  const { origin } = await openOffice()
  const response = await fetch(`${origin}/api/v1/sessions`, { method: 'POST', headers: { 'content-type': type }, body })
  expect([response.status, response.headers.get('content-type')]).toEqual([
    status,
    'application/problem+json; charset=utf-8',
  ])
  expect(await response.json()).toMatchObject({ code: 'request.malformed' })
})

test('an operation without a body takes none that it cannot read', async () => {
  const { origin } = await openOffice()
  const headers = { 'content-type': 'text/xml' }
  const response = await fetch(`${origin}/api/v1/captchas`, { method: 'POST', headers, body: '<captcha/>' })
  expect(await response.json()).toMatchObject({ status: 400, code: 'request.invalid' })
})

test('an unknown path is a problem too', async () => {
  const { origin } = await openOffice()
  const response = await fetch(`${origin}/api/v1/nothing`)
  expect(await response.json()).toMatchObject({ status: 404, code: 'request.invalid' })
})
