/** A whole renewal through the platform adapter, against the simulator, with keys of node:crypto in the place of a token. */
import { randomUUID, X509Certificate } from 'node:crypto'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPlatformSimulator, type PlatformSimulator } from '../../simulator/platform/platform-simulator.ts'
import { createPlatform, type PlatformConnection } from '../../src/main/platform/platform.ts'
import { hasCode } from '../../src/main/app-error.ts'
import type { WireFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import type { OperationId } from '../../src/shared/platform/endpoints.ts'
import { enrolKeyInMemory, proofFor, requestFor, sha256, type KeyInMemory } from '../support/key-in-memory.ts'

// Keys and certificates are really made; a busy machine takes its time.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })

const dayMs = 86_400_000
const account = { account: 'demo', password: 'demo-password', displayName: '示例科技有限公司', phone: '13800001234' }
const writes = ['createOrder', 'requestSms', 'verifySms', 'submitCsr', 'confirmOrder'] as const

let simulator: PlatformSimulator
let origin: string
let connection: PlatformConnection
/** Between two sendings of one call. */
let onPause: () => void
let old: KeyInMemory

beforeEach(async () => {
  simulator = await createPlatformSimulator({ accounts: [account], families: ['p-256'], smsResendMs: 0 })
  origin = (await simulator.listen()).origin
  onPause = () => undefined
  const sleep = (): Promise<void> => {
    onPause()
    return Promise.resolve()
  }
  connection = createPlatform({
    baseUrl: () => origin,
    userAgent: 'cert-user-tool/test',
    sleep,
  })
  old = await enrolKeyInMemory(simulator, { account: account.account, name: account.displayName, daysLeft: 27 })
})
afterEach(() => simulator.close())

async function find(): Promise<string> {
  return (await connection.platform.findCertificate(old.identity)).id
}

/** From the certificate on the token to the confirmation of the new one. */
async function renew(): Promise<{ readonly issued: X509Certificate; readonly newPublicKey: Uint8Array }> {
  const { platform } = connection
  const { id: orderId } = await platform.createOrder({ kind: 'renewal', certificateId: await find() }, randomUUID())
  const { id: challengeId } = await platform.requestSms(orderId, randomUUID())
  const code = simulator.inbox.list().at(-1)?.code ?? ''
  const ready = await platform.verifySms({ orderId, challengeId, code }, randomUUID())
  expect(ready).toMatchObject({ state: 'ready', popRequired: true })
  const { request, publicKey } = await requestFor(old)
  const submitted = { orderId, request, proof: proofFor(old, ready, request), keyWrapping: [] }
  expect(await platform.submitRequest(submitted, randomUUID())).toMatchObject({ state: 'issued' })
  const { signing, chain } = await platform.readIssued(orderId)
  expect(chain.at(-1)).toEqual(new Uint8Array(simulator.rootCertificates()[0] ?? []))
  await platform.confirm({ orderId, certificateSha256: sha256(signing), installed: true }, randomUUID())
  expect(await platform.readOrder(orderId)).toMatchObject({ state: 'completed' })
  return { issued: new X509Certificate(signing), newPublicKey: publicKey }
}

const once = {
  ...{ orders: 1, sms: 1, certificatesIssued: 1, encryptionCertificatesIssued: 0, confirmations: 1, withdrawals: 0 },
}

function arm(operation: OperationId, kind: WireFaultKind): void {
  simulator.faults.arm({ operation, kind })
}

it('says what platform it is, without a log-in', async () => {
  const { name, time } = await connection.service()
  expect([name === '', Math.abs(Date.parse(time) - Date.now()) < dayMs]).toEqual([false, true])
})

it('renews a certificate, from log-in to confirmation', async () => {
  expect(await connection.session.login('demo', account.password)).toMatchObject({ maskedPhone: '138****1234' })
  const { issued, newPublicKey } = await renew()
  expect(issued.publicKey.export({ type: 'spki', format: 'der' }).equals(newPublicKey)).toBe(true)
  expect(issued.subject).toBe(new X509Certificate(old.certificate).subject)
  expect(issued.validToDate.getTime()).toBeGreaterThan(new X509Certificate(old.certificate).validToDate.getTime())
  expect(simulator.books()).toEqual(once)
  await connection.session.logout()
  await expect(find()).rejects.toMatchObject({ failure: { code: 'platform.loginRequired' } })
})

it.each<WireFaultKind>(['drop-before', 'drop-after-commit', '500-before', '500-after-commit'])(
  'does everything once when each write meets %s',
  async (kind) => {
    await connection.session.login('demo', account.password)
    for (const operation of writes) arm(operation, kind)
    await renew()
    expect([simulator.books(), simulator.faults.armed()]).toEqual([once, []])
  },
)

it('goes on with the same key after the session was lost and the answer with it', async () => {
  const { platform, session } = connection
  await session.login('demo', account.password)
  const order = { kind: 'renewal', certificateId: await find() } as const
  const key = randomUUID()
  arm('createOrder', 'drop-after-commit')
  onPause = () => arm('createOrder', 'session-expired')
  await expect(platform.createOrder(order, key)).rejects.toMatchObject({
    failure: { code: 'platform.loginRequired', details: { outcome: 'unknown' } },
  })
  expect(simulator.books().orders).toBe(1)
  expect(session.current()).toBeUndefined()
  await session.login('demo', account.password)
  expect(await platform.createOrder(order, key)).toMatchObject({ state: 'pending-verification' })
  expect(simulator.books().orders).toBe(1)
})

it('goes on with the order that exists when it is asked for a second one', async () => {
  const { platform, session } = connection
  await session.login('demo', account.password)
  const order = { kind: 'renewal', certificateId: await find() } as const
  const first = await platform.createOrder(order, randomUUID())
  expect(await platform.createOrder(order, randomUUID())).toEqual({ ...first, wasThere: true })
  await platform.cancelOrder(first.id, randomUUID())
  expect(await platform.readOrder(first.id)).toMatchObject({ state: 'cancelled' })
})

it('spends one try on a wrong code, also when the answer is lost', async () => {
  const { platform, session } = connection
  await session.login('demo', account.password)
  const { id: orderId } = await platform.createOrder({ kind: 'renewal', certificateId: await find() }, randomUUID())
  const { id: challengeId, attemptsLeft } = await platform.requestSms(orderId, randomUUID())
  const code = simulator.inbox.list().at(-1)?.code === '000000' ? '111111' : '000000'
  arm('verifySms', 'drop-after-commit')
  await expect(platform.verifySms({ orderId, challengeId, code }, randomUUID())).rejects.toMatchObject({
    failure: { code: 'sms.wrongCode', details: { outcome: 'refused', attemptsLeft: attemptsLeft - 1 } },
  })
})

it('knows no certificate of a stranger', async () => {
  await connection.session.login('demo', account.password)
  const stranger = { serialNumber: '0A', publicKeySha256: 'a'.repeat(64) }
  const refused: unknown = await connection.platform.findCertificate(stranger).catch((error: unknown) => error)
  expect(hasCode(refused, 'platform.certificateUnknown')).toBe(true)
})

it('keeps the platform’s time', async () => {
  simulator.clock.setOffset(31 * 60_000)
  await connection.service()
  expect(Math.round((connection.clock.skewMs() ?? 0) / 60_000)).toBe(31)
})
