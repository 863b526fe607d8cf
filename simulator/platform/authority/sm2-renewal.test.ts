/** An SM2 renewal whose key, request and proof are made by the openssl program, which shares no code with ours. */
import { createHash, createPublicKey } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { proofText } from '../../../src/shared/platform/proof.ts'
import { certificateRequest, newTestKey, possessionProof, subjectOf } from '../testing/holder.ts'
import { openOffice, organisationHolder } from '../testing/office.ts'
import { opensslRead, opensslVerify, sm2Options } from '../testing/openssl.ts'

/** Object identifiers 1.2.156.10197.1.501 and .503, in DER. */
const [sm3WithSm2, sm2WithSha256] = ['06082a811ccf55018375', '06082a811ccf55018377']
const distinguishingId = ['-sigopt', 'distid:1234567812345678']

function opensslFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'platform-sm2-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const openssl = (...parameters: readonly string[]) => execFileSync('openssl', parameters, { cwd: folder })
  const newKey = (name: string) => {
    openssl('ecparam', '-name', 'SM2', '-genkey', '-noout', '-out', name)
    return createPublicKey(readFileSync(join(folder, name))).export({ type: 'spki', format: 'der' })
  }
  /** For the subject of `organisationHolder`. */
  const newRequest = (key: string, id: string) => {
    const subject = '/C=CN/ST=北京市/L=北京市/O=示例科技（北京）有限公司/CN=示例科技（北京）有限公司'
    const form = ['-utf8', '-subj', subject, '-outform', 'DER']
    return openssl('req', '-new', '-key', key, '-sm3', '-sigopt', id, ...form)
  }
  return { folder, openssl, newKey, newRequest }
}

test('renews what openssl asks and proves with SM2, and openssl accepts what is issued', async () => {
  const { folder, openssl, newKey, newRequest } = opensslFolder()
  const office = await openOffice({ families: ['sm2'] })
  const publicKey = newKey('old.pem')
  const old = await office.enrol(27, { ...newTestKey('sm2'), publicKey })
  const order = await office.readyOrderFor(old)
  const newPublicKey = newKey('new.pem')
  const csr = newRequest('new.pem', 'distid:1234567812345678')
  const text = proofText(order.id, order.popNonce, createHash('sha256').update(csr).digest('base64url'))
  writeFileSync(join(folder, 'text'), text)
  const signature = openssl('dgst', '-sm3', '-sign', 'old.pem', ...distinguishingId, 'text').toString('base64')
  const params = { orderId: order.id }
  const body = { csr: csr.toString('base64'), proof: { algorithm: 'sm2-sm3' as const, signature } }
  expect((await office.client.call('submitCsr', { params, body })).state).toBe('issued')

  const { signingCertificate, chain } = await office.client.call('getIssued', { params })
  const leaf = Buffer.from(signingCertificate, 'base64')
  const trusted = [Buffer.from(chain[0] ?? '', 'base64')]
  expect(await opensslVerify({ leaf, trusted, options: ['-x509_strict', ...sm2Options] })).toMatch(/: OK\n$/)
  expect(leaf.includes(newPublicKey)).toBe(true)
  expect(Buffer.from(subjectOf(leaf))).toEqual(Buffer.from(subjectOf(old.certificate)))
})

test('a request or a proof with another id, or another algorithm’s name, counts for nothing', async () => {
  const { folder, openssl, newKey, newRequest } = opensslFolder()
  const office = await openOffice({ families: ['sm2'] })
  const old = await office.enrol(27, { ...newTestKey('sm2'), publicKey: newKey('old.pem') })
  const order = await office.readyOrderFor(old)
  const params = { orderId: order.id }
  newKey('new.pem')
  const otherRequest = { csr: newRequest('new.pem', 'distid:8765432187654321').toString('base64') }
  expect((await office.client.refused('submitCsr', { params, body: otherRequest })).code).toBe('csr.bad-signature')
  const csr = newRequest('new.pem', 'distid:1234567812345678')
  const misnamed = Buffer.from(csr.toString('hex').replace(sm3WithSm2, sm2WithSha256), 'hex')
  expect((await office.client.refused('submitCsr', { params, body: { csr: misnamed.toString('base64') } })).code).toBe(
    'csr.bad-signature',
  )
  const text = proofText(order.id, order.popNonce, createHash('sha256').update(csr).digest('base64url'))
  writeFileSync(join(folder, 'text'), text)
  const signature = openssl('dgst', '-sm3', '-sign', 'old.pem', '-sigopt', 'distid:8765432187654321', 'text')
  const proof = { algorithm: 'sm2-sm3' as const, signature: signature.toString('base64') }
  const refused = office.client.refused('submitCsr', { params, body: { csr: csr.toString('base64'), proof } })
  expect((await refused).code).toBe('pop.invalid')
})

test('openssl reads the SM2 requests of these tests, with the default id only', async () => {
  const office = await openOffice({ families: ['sm2'] })
  const { certificate } = await office.enrol(27, newTestKey('sm2'))
  const csr = certificateRequest(newTestKey('sm2'), subjectOf(certificate))
  const verify = (id: string) =>
    opensslRead(['req', '-inform', 'DER', '-noout', '-verify', '-vfyopt', `distid:${id}`], csr)
  expect(await verify('1234567812345678')).toContain('verify OK')
  expect(await verify('8765432187654321')).not.toContain('verify OK')
})

test('an expired SM2 certificate is repaired; one whose key nobody has is not renewable', async () => {
  const office = await openOffice({ families: ['sm2'] })
  const old = await office.enrol(-12, newTestKey('sm2'))
  const order = await office.readyOrderFor(old, 'repair')
  expect((await office.submit(old, order)).state).toBe('issued')
  const now = office.simulator.clock.now()
  await office.simulator.enrolSm2({ ...organisationHolder, notBefore: now - 1000, notAfter: now + 86_400_000 })
  const { items } = await office.client.call('listCertificates', { query: {} })
  expect(items.map(({ keyAlgorithm, renewable }) => [keyAlgorithm, renewable])).toEqual([
    ['sm2', true],
    ['sm2', false],
  ])
})

test.each<CertificateFaultKind>(['untrusted', 'other-key', 'same-old'])(
  'the fault %s is there for SM2',
  async (kind) => {
    const office = await openOffice({ families: ['sm2'] })
    const old = await office.enrol(27, newTestKey('sm2'))
    const order = await office.readyOrderFor(old)
    const newKey = newTestKey('sm2')
    const csr = certificateRequest(newKey, subjectOf(old.certificate))
    office.simulator.faults.arm({ kind })
    const params = { orderId: order.id }
    const body = { csr: csr.toString('base64'), proof: possessionProof(old.key, order, csr) }
    await office.client.call('submitCsr', { params, body })
    const { signingCertificate, chain } = await office.client.call('getIssued', { params })
    const leaf = Buffer.from(signingCertificate, 'base64')
    const trusted = [Buffer.from(chain[0] ?? '', 'base64')]
    const isVerified = (await opensslVerify({ leaf, trusted, options: sm2Options })).endsWith(': OK\n')
    const found = { isVerified, isOld: leaf.equals(old.certificate), isOurKey: leaf.includes(newKey.publicKey) }
    expect(found).toEqual(
      {
        untrusted: { isVerified: false, isOld: false, isOurKey: true },
        'other-key': { isVerified: true, isOld: false, isOurKey: false },
        'same-old': { isVerified: true, isOld: true, isOurKey: false },
      }[kind as 'untrusted'],
    )
  },
)
