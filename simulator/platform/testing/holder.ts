/** The other side of a renewal, with keys of node:crypto in the place of a token. */
import type { KeyObject } from 'node:crypto'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr'
import { AsnConvert } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Certificate, Name, SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import { sm2 } from 'sm-crypto-v2'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { proofText } from '../../../src/shared/platform/proof.ts'

export interface TestKey {
  readonly kind: 'rsa' | 'p-256' | 'sm2'
  readonly privateKey: KeyObject
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer<ArrayBuffer>
}

export function newTestKey(kind: TestKey['kind'] = 'p-256', modulusLength = 2048): TestKey {
  const { privateKey, publicKey } =
    kind === 'rsa'
      ? generateKeyPairSync('rsa', { modulusLength })
      : generateKeyPairSync('ec', { namedCurve: kind === 'sm2' ? 'SM2' : 'P-256' })
  return { kind, privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }) }
}

/** The subject of a certificate, as it stands there (DER). */
export function subjectOf(certificate: Uint8Array): ArrayBuffer {
  return AsnConvert.serialize(AsnConvert.parse(certificate, Certificate).tbsCertificate.subject)
}

const signatureAlgorithms = {
  rsa: { algorithm: '1.2.840.113549.1.1.11', parameters: Uint8Array.of(5, 0).buffer },
  'p-256': { algorithm: '1.2.840.10045.4.3.2' },
  sm2: { algorithm: '1.2.156.10197.1.501' },
} as const
const proofAlgorithms = { rsa: 'rsa-pkcs1-sha256', 'p-256': 'ecdsa-p256-sha256', sm2: 'sm2-sm3' } as const

function signWith({ kind, privateKey }: TestKey, octets: Buffer): Buffer {
  if (kind !== 'sm2') return sign('sha256', octets, privateKey)
  // node:crypto cannot set the id; the number stands at a fixed place in RFC 5915.
  const number = privateKey.export({ type: 'sec1', format: 'der' }).subarray(7, 39).toString('hex')
  return Buffer.from(sm2.doSignature(octets, number, { hash: true, der: true }), 'hex')
}

const exactly = (buffer: Buffer): ArrayBuffer => Uint8Array.from(buffer).buffer

/** PKCS#10, DER. */
export function certificateRequest(key: TestKey, subject: ArrayBuffer, signingKey = key): Buffer {
  const info = new CertificationRequestInfo({
    subject: AsnConvert.parse(subject, Name),
    subjectPKInfo: AsnConvert.parse(key.publicKey, SubjectPublicKeyInfo),
  })
  const signature = signWith(signingKey, Buffer.from(AsnConvert.serialize(info)))
  const request = new CertificationRequest({
    certificationRequestInfo: info,
    signatureAlgorithm: new AlgorithmIdentifier(signatureAlgorithms[key.kind]),
    signature: exactly(signature),
  })
  return Buffer.from(AsnConvert.serialize(request))
}

export function possessionProof(
  oldKey: TestKey,
  order: Pick<PlatformAnswer<'getOrder'>, 'id' | 'popNonce'>,
  csr: Buffer,
) {
  const text = proofText(order.id, order.popNonce, createHash('sha256').update(csr).digest('base64url'))
  return {
    algorithm: proofAlgorithms[oldKey.kind],
    signature: signWith(oldKey, Buffer.from(text)).toString('base64'),
  }
}
