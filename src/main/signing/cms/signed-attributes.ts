import { tags, writeElement, writeObjectIdentifier } from '../../x509/der.ts'
import { oid } from './oids.ts'

interface Attributes {
  /** SHA-256 of the file. */
  readonly messageDigest: Uint8Array
  readonly signingTime: Date
  /** SHA-256 of the signer's certificate: it cannot be exchanged for another of the same key (RFC 5035). */
  readonly certificateSha256: Uint8Array
}

/** The attributes that are signed (RFC 5652, 11), as the DER of a SET OF: what the signature is made over. */
export function writeSignedAttributes({ messageDigest, signingTime, certificateSha256 }: Attributes): Uint8Array {
  const certificateId = writeElement(tags.sequence, writeElement(tags.octetString, certificateSha256))
  const attributes = [
    attribute(oid.contentType, writeObjectIdentifier(oid.data)),
    attribute(oid.signingTime, writeTime(signingTime)),
    attribute(oid.messageDigest, writeElement(tags.octetString, messageDigest)),
    attribute(oid.signingCertificateV2, writeElement(tags.sequence, writeElement(tags.sequence, certificateId))),
  ]
  // X.690, 11.6: in the order of their octets.
  return writeElement(tags.set, ...attributes.sort((one, other) => Buffer.compare(one, other)))
}

function attribute(type: string, value: Uint8Array): Uint8Array {
  return writeElement(tags.sequence, writeObjectIdentifier(type), writeElement(tags.set, value))
}

/** RFC 5652, 11.3: UTCTime through 2049, then GeneralizedTime; to the second, in UTC. */
function writeTime(time: Date): Uint8Array {
  const digits = `${time.toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`
  return time.getUTCFullYear() < 2050
    ? writeElement(tags.utcTime, Buffer.from(digits.slice(2)))
    : writeElement(tags.generalizedTime, Buffer.from(digits))
}
