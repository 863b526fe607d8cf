/** The other side of a renewal, with keys of node:crypto in the place of a token. */
import type { KeyObject } from 'node:crypto'
import { createHash, generateKeyPairSync, sign } from 'node:crypto'
import { CertificationRequest, CertificationRequestInfo } from '@peculiar/asn1-csr'
import { AsnConvert } from '@peculiar/asn1-schema'
import { AlgorithmIdentifier, Certificate, Name, SubjectPublicKeyInfo } from '@peculiar/asn1-x509'
import type { PlatformAnswer } from '../../../src/shared/platform/endpoints.ts'
import { proofText } from '../../../src/shared/platform/proof.ts'

export interface TestKey {
  readonly kind: 'rsa' | 'p-256'
  readonly privateKey: KeyObject
  /** SubjectPublicKeyInfo, DER. */
  readonly publicKey: Buffer<ArrayBuffer>
}

export function newTestKey(kind: TestKey['kind'] = 'p-256', modulusLength = 2048): TestKey {
  const { privateKey, publicKey } =
    kind === 'rsa' ? generateKeyPairSync('rsa', { modulusLength }) : generateKeyPairSync('ec', { namedCurve: 'P-256' })
  return { kind, privateKey, publicKey: publicKey.export({ type: 'spki', format: 'der' }) }
}

/** The subject of a certificate, as it stands there (DER). */
export function subjectOf(certificate: Uint8Array): ArrayBuffer {
  return AsnConvert.serialize(AsnConvert.parse(certificate, Certificate).tbsCertificate.subject)
}

const exactly = (buffer: Buffer): ArrayBuffer => Uint8Array.from(buffer).buffer

/** PKCS#10, DER. */
export function certificateRequest(key: TestKey, subject: ArrayBuffer, signingKey = key): Buffer {
  const info = new CertificationRequestInfo({
    subject: AsnConvert.parse(subject, Name),
    subjectPKInfo: AsnConvert.parse(key.publicKey, SubjectPublicKeyInfo),
  })
  const signature = sign('sha256', Buffer.from(AsnConvert.serialize(info)), signingKey.privateKey)
  const rsa = { algorithm: '1.2.840.113549.1.1.11', parameters: Uint8Array.of(5, 0).buffer }
  const ecdsa = { algorithm: '1.2.840.10045.4.3.2' }
  const request = new CertificationRequest({
    certificationRequestInfo: info,
    signatureAlgorithm: new AlgorithmIdentifier(key.kind === 'rsa' ? rsa : ecdsa),
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
    algorithm: oldKey.kind === 'rsa' ? ('rsa-pkcs1-sha256' as const) : ('ecdsa-p256-sha256' as const),
    signature: sign('sha256', Buffer.from(text), oldKey.privateKey).toString('base64'),
  }
}
