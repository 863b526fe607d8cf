/** What openssl and GnuTLS, which share no code with the simulator, say about what it issues. */
import 'reflect-metadata'
import { AsnConvert } from '@peculiar/asn1-schema'
import { CertificateList } from '@peculiar/asn1-x509'
import { X509Certificate } from '@peculiar/x509'
import { expect, test } from 'vitest'
import { certtoolVerify } from '../testing/certtool.ts'
import { newDualKeys, openDualOffice } from '../testing/dual-office.ts'
import { newTestKey } from '../testing/holder.ts'
import type { Office } from '../testing/office.ts'
import { openOffice, sha256 } from '../testing/office.ts'
import { opensslRead, opensslVerify, sm2Options } from '../testing/openssl.ts'
import { run, withFiles } from '../testing/outside-program.ts'
import { fetchCrl } from '../testing/revocation-lists.ts'

/** `openssl crl` has no way to set the id, so the signature is checked as one over octets. */
function opensslSm2Verify(
  issuer: Uint8Array<ArrayBuffer>,
  { tbsCertList, signature }: CertificateList,
): Promise<string> {
  return withFiles(async (file) =>
    run('openssl', [
      ...['dgst', '-sm3', '-sigopt', 'distid:1234567812345678'],
      ...['-verify', await file('key.pem', new X509Certificate(issuer).publicKey.toString('pem'))],
      ...['-signature', await file('signature', new Uint8Array(signature))],
      await file('signed', new Uint8Array(AsnConvert.serialize(tbsCertList))),
    ]),
  )
}

const der = (base64: string | undefined) => Uint8Array.from(Buffer.from(base64 ?? '', 'base64'))
const trusted = 'Chain verification output: Verified. The certificate is trusted. '

async function judge(office: Office, family: 'rsa' | 'p-256', chain: readonly string[]) {
  const [issuing, root] = [der(chain[0]), der(chain[1])]
  const crls = [await fetchCrl(office.origin, family), await fetchCrl(office.origin, `${family}-root`)]
  return {
    issuing,
    root,
    openssl: (leaf: Uint8Array) =>
      opensslVerify({
        leaf,
        trusted: [root],
        between: [issuing],
        crls,
        options: ['-x509_strict', '-check_ss_sig', '-crl_check_all'],
      }),
    gnutls: (...leaf: readonly Uint8Array[]) => certtoolVerify({ chain: [...leaf, issuing], root, crls }),
  }
}

test('RSA: both new certificates are good, both old ones revoked, for openssl and GnuTLS', async () => {
  const office = await openDualOffice(newDualKeys())
  const { client, params, old } = office
  await office.ask()
  const { signingCertificate, encryption, chain } = await client.call('getIssued', { params })
  const certificateSha256 = sha256(encryption?.certificate ?? '')
  const body = {
    signingCertificateSha256: sha256(signingCertificate),
    installed: true,
    encryption: { certificateSha256, installed: true },
  }
  await client.call('confirmOrder', { params, body })

  const { openssl, gnutls, issuing, root } = await judge(office, 'rsa', chain)
  for (const leaf of [der(signingCertificate), der(encryption?.certificate)]) {
    expect(await openssl(leaf)).toMatch(/^\S+leaf\.pem: OK\n$/)
    expect(await gnutls(leaf)).toBe(trusted)
  }
  for (const { certificate } of [old.signing, old.encryption]) {
    expect(await openssl(certificate)).toContain('error 23 at 0 depth lookup: certificate revoked')
    expect(await gnutls(certificate)).toContain('NOT trusted. The certificate chain is revoked')
  }
  expect([await openssl(issuing), await openssl(root)]).toEqual([
    expect.stringMatching(/: OK\n$/),
    expect.stringMatching(/: OK\n$/),
  ])
})

test('P-256: before the confirmation both are good, after it only the new one', async () => {
  const office = await openOffice()
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const params = { orderId: order.id }
  const { signingCertificate, chain } = await office.client.call('getIssued', { params })
  const before = await judge(office, 'p-256', chain)
  const both = [der(signingCertificate), old.certificate]
  for (const leaf of both) {
    expect(await before.openssl(leaf)).toMatch(/: OK\n$/)
    expect(await before.gnutls(leaf)).toBe(trusted)
  }
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: true }
  await office.client.call('confirmOrder', { params, body })
  const after = await judge(office, 'p-256', chain)
  expect(await Promise.all(both.map(after.openssl))).toEqual([
    expect.stringMatching(/: OK\n$/),
    expect.stringContaining('certificate revoked'),
  ])
  expect(await Promise.all(both.map((leaf) => after.gnutls(leaf)))).toEqual([
    trusted,
    expect.stringContaining('revoked'),
  ])
})

test('a certificate that was given back is revoked, and the old one stays good', async () => {
  const office = await openOffice()
  const old = await office.enrol(27)
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const params = { orderId: order.id }
  const { signingCertificate, chain } = await office.client.call('getIssued', { params })
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: false, reason: '写入失败' }
  await office.client.call('confirmOrder', { params, body })
  const { openssl } = await judge(office, 'p-256', chain)
  expect(await openssl(der(signingCertificate))).toContain('certificate revoked')
  expect(await openssl(old.certificate)).toMatch(/: OK\n$/)
})

test('SM2: openssl verifies leaf, issuing certificate and lists pair by pair, and sees what is revoked', async () => {
  const office = await openOffice({ families: ['sm2'] })
  const old = await office.enrol(27, newTestKey('sm2'))
  const order = await office.readyOrderFor(old)
  await office.submit(old, order)
  const params = { orderId: order.id }
  const { signingCertificate, chain } = await office.client.call('getIssued', { params })
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: true }
  await office.client.call('confirmOrder', { params, body })

  const [issuing, root] = [der(chain[0]), der(chain[1])]
  const crl = await fetchCrl(office.origin, 'sm2')
  const pair = (leaf: Uint8Array, issuer: Uint8Array) =>
    opensslVerify({ leaf, trusted: [issuer], options: ['-x509_strict', ...sm2Options] })
  expect(await pair(der(signingCertificate), issuing)).toMatch(/: OK\n$/)
  expect(await pair(issuing, root)).toMatch(/: OK\n$/)
  expect(await pair(root, root)).toMatch(/: OK\n$/)
  expect(await opensslSm2Verify(issuing, AsnConvert.parse(crl, CertificateList))).toBe('Verified OK\n')
  const listed = await opensslRead(['crl', '-inform', 'DER', '-noout', '-text'], crl)
  const { items } = await office.client.call('listCertificates', { query: { status: 'superseded' } })
  expect(listed).toContain(`Serial Number: ${items[0]?.serialNumber ?? ''}`)
  expect(listed).toContain('Superseded')
})
