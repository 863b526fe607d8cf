/** What is true of every operation of the contract, whatever it does. */
import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import { endpoints } from '../../../src/shared/platform/endpoints.ts'
import { Problem } from '../../../src/shared/platform/schemas/common.ts'
import { openOffice } from '../testing/office.ts'

const all: readonly Endpoint[] = Object.values(endpoints)

/** Asks for something that does not exist, without a body. */
async function askBare(origin: string, { method, path, retry }: Endpoint, token?: string) {
  const response = await fetch(`${origin}/api/v1${path.replaceAll(/\{\w+\}/g, 'none')}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(retry === 'keyed' ? { 'idempotency-key': randomUUID() } : {}),
    },
  })
  const text = response.headers.get('content-type')?.startsWith('application/problem+json') ? await response.text() : ''
  await response.body?.cancel().catch(() => undefined)
  const problem = text === '' ? undefined : Problem.parse(JSON.parse(text))
  return { status: response.status, problem, retryAfter: response.headers.get('retry-after') }
}

async function openWithToken() {
  const { client, origin, simulator } = await openOffice()
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  return { origin, simulator, accessToken }
}

test('each is there, and answers what the contract lists', async () => {
  const { origin, accessToken } = await openWithToken()
  for (const endpoint of all.filter(({ operationId }) => operationId !== 'logout')) {
    const { status, problem } = await askBare(origin, endpoint, accessToken)
    const listed: readonly string[] = endpoint.problems[status] ?? []
    const isKnown = problem === undefined ? status === endpoint.success.status : listed.includes(problem.code)
    expect([endpoint.operationId, status, problem?.code, isKnown]).toEqual([
      endpoint.operationId,
      status,
      problem?.code,
      true,
    ])
  }
})

test('those that need a login refuse without one, and with one that is unknown', async () => {
  const { origin } = await openWithToken()
  for (const endpoint of all.filter(({ auth }) => auth)) {
    for (const token of [undefined, 'x'.repeat(43)]) {
      const { status, problem } = await askBare(origin, endpoint, token)
      expect([endpoint.operationId, status, problem?.code]).toEqual([endpoint.operationId, 401, 'auth.session-expired'])
    }
  }
})

test('during maintenance each refuses, but for the one that tells of it', async () => {
  const { origin, simulator, accessToken } = await openWithToken()
  const now = simulator.clock.now()
  await simulator.setMaintenance({ from: now - 60_000, until: now + 90_000, notice: '升级数据库' })
  for (const endpoint of all) {
    for (const token of [undefined, accessToken]) {
      const { status, problem, retryAfter } = await askBare(origin, endpoint, token)
      if (endpoint.operationId === 'getService') {
        expect(status).toBe(200)
        continue
      }
      expect([endpoint.operationId, status, problem?.code, problem?.detail]).toEqual([
        endpoint.operationId,
        503,
        'service.maintenance',
        '升级数据库',
      ])
      expect(Number(retryAfter)).toBeGreaterThan(0)
      expect(Number(retryAfter)).toBeLessThanOrEqual(90)
    }
  }
})
