import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { newTestKey, subjectOf } from './testing/holder.ts'
import { openOffice, sha256 } from './testing/office.ts'
import { opensslVerify, sm2Options } from './testing/openssl.ts'

const der = (base64: string) => Buffer.from(base64, 'base64')

test.each(['rsa', 'p-256', 'sm2'] as const)(
  'renews a certificate with a %s key from order to confirmation',
  async (family) => {
    const office = await openOffice({ families: [family] })
    const { client, simulator } = office
    const old = await office.enrol(27, newTestKey(family))
    const order = await office.readyOrderFor(old)
    expect(order).toMatchObject({ state: 'ready', popRequired: true })
    const newKey = newTestKey(family)
    const submitted = await office.submit(old, order, newKey)
    expect(submitted.state).toBe('issued')

    const params = { orderId: order.id }
    const { signingCertificate, chain } = await client.call('getIssued', { params })
    const issued = new X509Certificate(der(signingCertificate))
    const before = new X509Certificate(old.certificate)
    expect(issued.publicKey.export({ type: 'spki', format: 'der' }).equals(newKey.publicKey)).toBe(true)
    expect(Buffer.from(subjectOf(der(signingCertificate)))).toEqual(Buffer.from(subjectOf(old.certificate)))
    const nextYear = before.validToDate.getUTCFullYear() + 1
    expect(issued.validToDate.getUTCFullYear()).toBe(nextYear)
    expect(issued.validFromDate.getTime()).toBeLessThan(simulator.clock.now() - 4 * 60_000)

    const confirmation = { signingCertificateSha256: sha256(signingCertificate), installed: true }
    const completed = await client.call('confirmOrder', { params, body: confirmation })
    expect(completed.state).toBe('completed')
    const { items } = await client.call('listCertificates', { query: {} })
    expect(items.map(({ status, renewable }) => ({ status, renewable }))).toEqual([
      { status: 'superseded', renewable: false },
      { status: 'valid', renewable: false },
    ])
    expect(simulator.books()).toEqual({
      orders: 1,
      sms: 1,
      certificatesIssued: 1,
      encryptionCertificatesIssued: 0,
      confirmations: 1,
      withdrawals: 0,
    })

    const [issuing, root] = chain.map(der)
    expect(root).toEqual(Buffer.from(simulator.rootCertificates()[0] ?? []))
    if (issuing === undefined || root === undefined) throw new Error('the chain is too short')
    for (const leaf of [der(signingCertificate), old.certificate]) {
      const verdict = await (family === 'sm2'
        ? opensslVerify({ leaf, trusted: [issuing], options: ['-x509_strict', ...sm2Options] })
        : opensslVerify({ leaf, trusted: [root], between: [issuing], options: ['-x509_strict', '-check_ss_sig'] }))
      expect(verdict).toMatch(/^\S+leaf\.pem: OK\n$/)
    }
  },
)

test('repairs an expired certificate without a proof of the old key', async () => {
  const office = await openOffice()
  const old = await office.enrol(-12)
  expect(
    (await office.client.refused('createOrder', { body: { kind: 'renewal', certificateId: old.certificateId } })).code,
  ).toBe('certificate.not-renewable')
  const order = await office.readyOrderFor(old, 'repair')
  expect(order.popRequired).toBe(false)
  expect((await office.submit(old, order)).state).toBe('issued')
  expect(office.simulator.inbox.list()[0]?.text).toMatch(
    /^【证书在线服务平台】验证码 \d{6}，用于证书修复，5 分钟内有效。$/,
  )
})

test('a confirmation that names another certificate changes nothing', async () => {
  const office = await openOffice()
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const body = { signingCertificateSha256: '0'.repeat(64), installed: true }
  expect((await office.client.refused('confirmOrder', { params: { orderId: order.id }, body })).code).toBe(
    'confirm.mismatch',
  )
  const { items } = await office.client.call('listCertificates', { query: {} })
  expect(items.map(({ status }) => status)).toEqual(['expiring'])
  expect(office.simulator.books().confirmations).toBe(0)
})

test('a certificate that was not installed is revoked, and the order can be tried again with a new key', async () => {
  const office = await openOffice()
  const { client } = office
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  const params = { orderId: order.id }
  const firstKey = newTestKey()
  await office.submit(old, order, firstKey)
  const { signingCertificate } = await client.call('getIssued', { params })
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: false, reason: '写入失败' }
  const again = await client.call('confirmOrder', { params, body })
  expect(again.state).toBe('ready')
  expect(again.popNonce).not.toBe(order.popNonce)
  expect((await client.refused('getIssued', { params })).code).toBe('order.wrong-state')
  await expect(office.submit(old, again, firstKey)).rejects.toThrow('csr.key-reused')
  expect((await office.submit(old, again)).state).toBe('issued')
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ status }) => status)).toEqual(['expiring', 'revoked'])
})

test('an order in review waits for approval and says when to look again', async () => {
  const office = await openOffice({ review: true })
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  expect((await office.submit(old, order)).state).toBe('in-review')
  const waiting = await office.client.send('getOrder', { params: { orderId: order.id } })
  expect(waiting.headers.get('retry-after')).toBe('5')
  await office.simulator.approve(order.id)
  expect((await office.client.call('getOrder', { params: { orderId: order.id } })).state).toBe('issued')
})

test('a rejected order carries the reason', async () => {
  const office = await openOffice({ review: true })
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  await office.simulator.reject(order.id, '单位名称已变更')
  const rejected = await office.client.call('getOrder', { params: { orderId: order.id } })
  expect(rejected).toMatchObject({ state: 'rejected', problem: { code: 'order.rejected', detail: '单位名称已变更' } })
  expect(office.simulator.books().certificatesIssued).toBe(0)
})
