import 'reflect-metadata'
import { CertificationRequest } from '@peculiar/asn1-csr'
import { AsnConvert } from '@peculiar/asn1-schema'
import type { Name } from '@peculiar/x509'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import { Refusal } from '../http/problem.ts'
import type { Der } from './der.ts'
import type { KeyAlgorithm } from './public-key.ts'
import { keyAlgorithmOf, publicKeySha256 } from './public-key.ts'
import { familyOf } from './signing/key-family.ts'
import { isSignedBySm2, sm3WithSm2 } from './signing/sm2-signature.ts'

export interface RequestExpectation {
  /** The subject and key kind of the certificate that is renewed. */
  readonly subject: Name
  readonly keyAlgorithm: KeyAlgorithm
  readonly keysSeen: readonly string[]
}

interface ParsedRequest {
  readonly der: Der
  readonly request: Pkcs10CertificateRequest
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Der
  readonly keyAlgorithm: KeyAlgorithm | undefined
}

/**
 * Checks a PKCS#10 (RFC 2986, DER) and returns its SubjectPublicKeyInfo. Names are compared as DER, never as text.
 * Errors: csr.*
 */
export async function checkCertificateRequest(der: Der, expected: RequestExpectation): Promise<Der> {
  const parsed = parse(der)
  const { request, publicKey, keyAlgorithm } = parsed
  if (!(await isSelfSigned(parsed))) throw new Refusal('csr.bad-signature')
  const subject = Buffer.from(request.subjectName.toArrayBuffer())
  if (!subject.equals(new Uint8Array(expected.subject.toArrayBuffer()))) throw new Refusal('csr.subject-mismatch')
  if (expected.keysSeen.includes(publicKeySha256(publicKey))) throw new Refusal('csr.key-reused')
  const isAccepted = keyAlgorithm !== undefined && familyOf(keyAlgorithm) === familyOf(expected.keyAlgorithm)
  if (!isAccepted) throw new Refusal('csr.weak-key')
  return publicKey
}

function parse(der: Der): ParsedRequest {
  try {
    if (!isOneSequence(der)) throw new Error('not one DER sequence')
    const request = new Pkcs10CertificateRequest(der)
    const publicKey = new Uint8Array(request.publicKey.rawData)
    return { der, request, publicKey, keyAlgorithm: keyAlgorithmOf(publicKey) }
  } catch {
    throw new Refusal('csr.unreadable')
  }
}

/** The algorithm comes first: a library that does not know SM2 calls a good signature false. */
async function isSelfSigned({ der, request, publicKey, keyAlgorithm }: ParsedRequest): Promise<boolean> {
  if (keyAlgorithm !== 'sm2') return request.verify().catch(() => false)
  const { certificationRequestInfo, certificationRequestInfoRaw, signatureAlgorithm, signature } = AsnConvert.parse(
    der,
    CertificationRequest,
  )
  if (signatureAlgorithm.algorithm !== sm3WithSm2) return false
  const signed = certificationRequestInfoRaw ?? AsnConvert.serialize(certificationRequestInfo)
  return isSignedBySm2(new Uint8Array(signed), new Uint8Array(signature), publicKey)
}

/** Octets after the sequence would not be covered by the signature, and a parser need not see them. */
function isOneSequence(der: Der): boolean {
  const [tag = 0, first = 0] = der
  if (tag !== 0x30) return false
  if (first < 0x80) return der.length === 2 + first
  const lengthOctets = der.subarray(2, 2 + (first & 0x7f))
  const length = lengthOctets.reduce((total, octet) => total * 256 + octet, 0)
  return der.length === 2 + lengthOctets.length + length
}
