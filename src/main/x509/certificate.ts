import { createHash } from 'node:crypto'
import { DerError, expectTag, readElement, readElements, tags, type DerElement } from './der.ts'
import { readExtensions, type Extensions } from './extensions.ts'
import { readName, type DistinguishedName } from './name.ts'
import { readPublicKey, type PublicKey } from './public-key.ts'
import { readAlgorithm, readSigned, type Signed } from './signed.ts'
import { readTime } from './time.ts'

/** What a certificate says (RFC 5280, 4.1). Nothing in it has been verified. */
export interface X509Certificate {
  /** The certificate as given, without whatever followed it. */
  readonly der: Uint8Array
  /** Octets after the certificate's end: a token may hold them, an issued certificate must not. */
  readonly trailingOctets: number
  /** Upper-case hex without sign octet, even length. */
  readonly serialNumber: string
  /** DER of the INTEGER, as CKA_SERIAL_NUMBER wants it. */
  readonly serialNumberDer: Uint8Array
  readonly issuer: DistinguishedName
  readonly subject: DistinguishedName
  readonly notBefore: Date
  readonly notAfter: Date
  readonly publicKey: PublicKey
  readonly signatureAlgorithm: string
  /** The signed part, and what is said to be its signature: see verify-signature.ts. */
  readonly proof: Signed
  /** AlgorithmIdentifier within the signed part, DER; the one outside can be changed by anybody. */
  readonly signedAlgorithm: Uint8Array
  readonly extensions: Extensions
  /** Hex SHA-256 of the certificate. */
  readonly sha256: string
}

const explicitVersion = 0xa0
const explicitExtensions = 0xa3

/** @throws DerError when these bytes are no X.509 certificate */
export function readCertificate(bytes: Uint8Array): X509Certificate {
  const outer = expectTag(readElement(bytes), tags.sequence)
  const proof = readSigned(outer)
  const fields = readElements(readElement(proof.octets).content)
  const [serialNumber, signedAlgorithm, issuer, validity, subject, publicKey] = withoutVersion(fields)
  const serial = expectTag(serialNumber, tags.integer)
  const [notBefore, notAfter] = readElements(expectTag(validity, tags.sequence).content)
  return {
    der: outer.whole,
    trailingOctets: bytes.length - outer.whole.length,
    serialNumber: serialNumberText(serial.content),
    serialNumberDer: serial.whole,
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: readPublicKey(expectTag(publicKey, tags.sequence)),
    signatureAlgorithm: proof.algorithm.oid,
    proof,
    signedAlgorithm: readAlgorithm(signedAlgorithm).der,
    extensions: readExtensions(fields.find((field) => field.tag === explicitExtensions)),
    sha256: createHash('sha256').update(outer.whole).digest('hex'),
  }
}

/**
 * Key usage alone: a token with a thousand certificates has each looked at while the user waits, and names and hashes take
 * most of the time. Nothing where the bytes are no certificate, or it does not say.
 */
export function readKeyUsageOf(bytes: Uint8Array): Extensions['keyUsage'] {
  try {
    const [signed] = readElements(expectTag(readElement(bytes), tags.sequence).content)
    const fields = readElements(expectTag(signed, tags.sequence).content)
    return readExtensions(fields.find((field) => field.tag === explicitExtensions)).keyUsage
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

/** The certificate that these bytes are, or nothing when they are something else or more. */
export function readExactCertificate(bytes: Uint8Array): X509Certificate | undefined {
  try {
    const certificate = readCertificate(bytes)
    return certificate.trailingOctets === 0 ? certificate : undefined
  } catch (error) {
    if (error instanceof DerError) return undefined
    throw error
  }
}

function withoutVersion(fields: readonly DerElement[]): readonly DerElement[] {
  return fields[0]?.tag === explicitVersion ? fields.slice(1) : fields
}

function serialNumberText(content: Uint8Array): string {
  if (content.length === 0) throw new DerError('empty serial number')
  const digits = Buffer.from(content).toString('hex').toUpperCase()
  return content.length > 1 && content[0] === 0 ? digits.slice(2) : digits
}
