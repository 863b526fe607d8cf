import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import type { CertificateFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import { certificateFaultKinds } from '../../../src/shared/demo/simulator-messages.ts'
import { newTestKey, subjectOf } from '../testing/holder.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import { opensslVerify } from '../testing/openssl.ts'

/** All that a client could notice about what it was given; a sound certificate has none of it. */
async function oddities(given: Buffer, expectation: { old: Uint8Array; key: Buffer; chain: Buffer[]; now: number }) {
  const { old, key, chain, now } = expectation
  if (given.equals(old)) return ['same-old']
  const length = given[0] === 0x30 && given[1] === 0x82 ? given.readUInt16BE(2) + 4 : 0
  if (length < given.length && length > 0) return ['trailing-bytes']
  if (length !== given.length) return ['garbage']
  const certificate = new X509Certificate(given)
  const [issuing, root] = chain
  const at = ['-attime', String(Math.floor(certificate.validFromDate.getTime() / 1000) + 60)]
  const options = ['-x509_strict', ...at]
  const verdict =
    issuing && root ? await opensslVerify({ leaf: given, trusted: [root], between: [issuing], options }) : 'no chain'
  const names: Partial<Record<CertificateFaultKind, boolean>> = {
    untrusted: !verdict.endsWith('leaf.pem: OK\n') && !certificate.ca,
    'other-key': !certificate.publicKey.export({ type: 'spki', format: 'der' }).equals(key),
    'other-subject': !Buffer.from(subjectOf(given)).equals(Buffer.from(subjectOf(old))),
    expired: certificate.validToDate.getTime() <= now,
    'not-yet-valid': certificate.validFromDate.getTime() > now,
    'is-ca': certificate.ca,
    'not-longer':
      certificate.validToDate <= new X509Certificate(old).validToDate && certificate.validToDate.getTime() > now,
    // Key usage 03 02 06 C0 (digitalSignature, nonRepudiation) inside its extension, 2.5.29.15, critical.
    'wrong-usage': !given.includes(Buffer.from('0603551d0f0101ff0404030206c0', 'hex')) && !certificate.ca,
  }
  return Object.entries(names).flatMap(([name, is]) => (is ? [name] : []))
}

async function issueWith(fault: CertificateFaultKind | undefined, family: 'rsa' | 'p-256' = 'p-256') {
  const office = await openOffice({ families: [family] })
  const { client, simulator } = office
  if (fault !== undefined) simulator.faults.arm({ kind: fault })
  const old = await office.enrol(27, newTestKey(family))
  const order = await office.readyOrderFor(old)
  const key = newTestKey(family)
  await office.submit(old, order, key)
  const { signingCertificate, chain } = await client.call('getIssued', { params: { orderId: order.id } })
  const given = Buffer.from(signingCertificate, 'base64')
  const found = await oddities(given, {
    old: old.certificate,
    key: key.publicKey,
    chain: chain.map((der) => Buffer.from(der, 'base64')),
    now: simulator.clock.now(),
  })
  return { office, order, signingCertificate, found }
}

test('without a fault there is nothing odd', async () => {
  expect((await issueWith(undefined)).found).toEqual([])
})

test.each(certificateFaultKinds.filter((kind) => !kind.startsWith('encryption-')))(
  'the fault %s shows, and only it; giving it back keeps the old certificate',
  async (kind) => {
    const { office, order, signingCertificate, found } = await issueWith(kind)
    expect(found).toEqual([kind])
    expect(office.simulator.faults.armed()).toEqual([])
    const body = { signingCertificateSha256: sha256(signingCertificate), installed: false, reason: kind }
    const back = await office.client.call('confirmOrder', { params: { orderId: order.id }, body })
    expect(back.state).toBe('ready')
    const { items } = await office.client.call('listCertificates', { query: {} })
    expect(items.map(({ status }) => status).sort()).toEqual(['expiring', 'revoked'])
  },
)

test.each(['other-key', 'untrusted'] as const)('the fault %s is there for RSA too', async (kind) => {
  expect((await issueWith(kind, 'rsa')).found).toEqual([kind])
})
