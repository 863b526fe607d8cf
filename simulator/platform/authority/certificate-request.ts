import 'reflect-metadata'
import type { Name } from '@peculiar/x509'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import { Refusal } from '../http/problem.ts'
import { familyOf } from './certificate-authority.ts'
import type { Der } from './der.ts'
import type { KeyAlgorithm } from './public-key.ts'
import { keyAlgorithmOf, publicKeySha256 } from './public-key.ts'

export interface RequestExpectation {
  /** The subject and key kind of the certificate that is renewed. */
  readonly subject: Name
  readonly keyAlgorithm: KeyAlgorithm
  readonly keysSeen: readonly string[]
}

/**
 * Checks a PKCS#10 (RFC 2986, DER) and returns its SubjectPublicKeyInfo. Names are compared as DER, never as text.
 * Errors: csr.*
 */
export async function checkCertificateRequest(der: Der, expected: RequestExpectation): Promise<Der> {
  const request = parse(der)
  const isSigned = await request.verify().catch(() => false)
  if (!isSigned) throw new Refusal('csr.bad-signature')
  const subject = Buffer.from(request.subjectName.toArrayBuffer())
  if (!subject.equals(new Uint8Array(expected.subject.toArrayBuffer()))) throw new Refusal('csr.subject-mismatch')
  const publicKey = new Uint8Array(request.publicKey.rawData)
  if (expected.keysSeen.includes(publicKeySha256(publicKey))) throw new Refusal('csr.key-reused')
  const algorithm = keyAlgorithmOf(publicKey)
  const isAccepted = algorithm !== undefined && familyOf(algorithm) === familyOf(expected.keyAlgorithm)
  if (!isAccepted) throw new Refusal('csr.weak-key')
  return publicKey
}

function parse(der: Der): Pkcs10CertificateRequest {
  try {
    if (!isOneSequence(der)) throw new Error('not one DER sequence')
    return new Pkcs10CertificateRequest(der)
  } catch {
    throw new Refusal('csr.unreadable')
  }
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
