import 'reflect-metadata'

import { randomBytes, webcrypto } from 'node:crypto'

import { AsnConvert } from '@peculiar/asn1-schema'
import { Certificate } from '@peculiar/asn1-x509'
import { KeyUsagesExtension, PublicKey, X509CertificateGenerator, cryptoProvider } from '@peculiar/x509'
import type { KeyUsageFlags } from '@peculiar/x509'

/** A certificate and the DER parts of it that a token wants beside it. */
export interface TestCertificate {
  readonly certificate: Uint8Array
  readonly subject: Uint8Array
  readonly issuer: Uint8Array
  readonly serialNumber: Uint8Array
}

const p256 = { name: 'ECDSA', namedCurve: 'P-256' }
const authority = webcrypto.subtle.generateKey(p256, false, ['sign', 'verify'])

/** Issues a certificate for a public key (SPKI); for a key that nobody has when none is given. */
export async function issueCertificate(spki?: Uint8Array, usage?: KeyUsageFlags): Promise<TestCertificate> {
  cryptoProvider.set(webcrypto as Crypto)
  const { privateKey } = await authority
  const issued = await X509CertificateGenerator.create({
    serialNumber: `1${randomBytes(15).toString('hex').slice(1)}`,
    subject: 'C=CN,O=测试公司,CN=张三',
    issuer: 'C=CN,O=Test CA',
    notBefore: new Date('2026-01-01'),
    notAfter: new Date('2027-01-01'),
    publicKey: new PublicKey(Buffer.from(spki ?? (await strangersKey()))),
    signingKey: privateKey as CryptoKey,
    signingAlgorithm: { ...p256, hash: 'SHA-256' },
    extensions: usage === undefined ? [] : [new KeyUsagesExtension(usage, true)],
  })
  const { tbsCertificate } = AsnConvert.parse(issued.rawData, Certificate)
  const serial = Buffer.from(tbsCertificate.serialNumber)
  return {
    certificate: new Uint8Array(issued.rawData),
    subject: new Uint8Array(AsnConvert.serialize(tbsCertificate.subject)),
    issuer: new Uint8Array(AsnConvert.serialize(tbsCertificate.issuer)),
    serialNumber: Uint8Array.from([2, serial.length, ...serial]),
  }
}

async function strangersKey(): Promise<Uint8Array> {
  const { publicKey } = await webcrypto.subtle.generateKey(p256, true, ['sign', 'verify'])
  return new Uint8Array(await webcrypto.subtle.exportKey('spki', publicKey))
}
