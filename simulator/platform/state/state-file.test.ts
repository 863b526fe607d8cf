import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createPlatformSimulator } from '../platform-simulator.ts'
import { createContractClient } from '../testing/contract-client.ts'
import { certificateRequest, newTestKey, possessionProof, subjectOf } from '../testing/holder.ts'
import { openOffice, sha256 } from '../testing/office.ts'

let folder: string
let stateFile: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'platform-state-'))
  stateFile = join(folder, 'platform.json')
})
afterEach(() => rmSync(folder, { recursive: true }))

test('after a restart in the middle of an order everything goes on where it was', async () => {
  const before = await openOffice({ stateFile })
  const old = await before.enrol(27)
  const order = await before.readyOrderFor(old)
  const params = { orderId: order.id }
  const csr = certificateRequest(newTestKey(), subjectOf(old.certificate))
  const body = { csr: csr.toString('base64'), proof: possessionProof(old.key, order, csr) }
  const key = randomUUID()
  before.simulator.faults.arm({ kind: 'drop-after-commit', operation: 'submitCsr' })
  await expect(before.client.call('submitCsr', { params, body }, key)).rejects.toThrow('fetch failed')
  await before.simulator.close()

  const { client, simulator } = await openOffice({ stateFile })
  expect(simulator.rootCertificates()).toEqual(before.simulator.rootCertificates())
  const replayed = await client.send('submitCsr', { params, body }, key)
  expect([replayed.answer.state, replayed.headers.get('idempotent-replayed')]).toEqual(['issued', 'true'])
  const { signingCertificate } = await client.call('getIssued', { params })
  const confirmation = { signingCertificateSha256: sha256(signingCertificate), installed: true }
  expect((await client.call('confirmOrder', { params, body: confirmation })).state).toBe('completed')
  expect(simulator.inbox.list()).toEqual(before.simulator.inbox.list())
  expect(simulator.books()).toEqual({
    orders: 1,
    sms: 1,
    certificatesIssued: 1,
    encryptionCertificatesIssued: 0,
    confirmations: 1,
    withdrawals: 0,
  })
})

test('a session and a waiting SMS code survive a restart', async () => {
  const before = await openOffice({ stateFile })
  const { id: orderId } = await before.orderFor(await before.enrol(27))
  const { id: challengeId } = await before.client.call('requestSms', { params: { orderId } })
  const { accessToken } = await before.client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  await before.simulator.close()

  const simulator = await createPlatformSimulator({ stateFile, families: ['p-256'] })
  const { origin } = await simulator.listen()
  try {
    const path = `/api/v1/orders/${orderId}/sms-challenges/${challengeId}/verification`
    const response = await fetch(origin + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${accessToken}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      body: JSON.stringify({ code: simulator.inbox.list()[0]?.code }),
    })
    expect(await response.json()).toMatchObject({ state: 'ready' })
  } finally {
    await simulator.close()
  }
})

test('the file is for its owner only, holds no password or session token, and leaves no temporary file', async () => {
  const { client } = await openOffice({ stateFile })
  const { accessToken } = await client.call('login', { body: { account: 'demo', password: 'demo-password' } })
  expect(statSync(stateFile).mode & 0o777).toBe(0o600)
  expect(readdirSync(folder)).toEqual(['platform.json'])
  const text = readFileSync(stateFile, 'utf8')
  expect([text.includes('demo-password'), text.includes(accessToken)]).toEqual([false, false])
})

test('a damaged file is an error, and stays as it is', async () => {
  writeFileSync(stateFile, '{"version":1,')
  await expect(createPlatformSimulator({ stateFile })).rejects.toThrow()
  expect(readFileSync(stateFile, 'utf8')).toBe('{"version":1,')
})

test('a lock-out survives a restart', async () => {
  const before = await openOffice({ stateFile, captchaAfter: 9 })
  const wrong = { body: { account: 'demo-2', password: 'no' } }
  for (let n = 0; n < 5; n++) await before.client.refused('login', wrong)
  await before.simulator.close()
  const { origin } = await openOffice({ stateFile })
  expect((await createContractClient(origin).refused('login', wrong)).code).toBe('auth.locked')
})
