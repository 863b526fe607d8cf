import { tags, writeElement, writeObjectIdentifier } from '../../x509/der.ts'
import type { X509Certificate } from '../../x509/certificate.ts'
import { oid } from './oids.ts'

const derNull = Uint8Array.of(0x05, 0x00)
const version1 = Uint8Array.of(0x02, 0x01, 0x01)
const implicit0 = 0xa0

interface Signature {
  readonly signer: X509Certificate
  /** DER, the signer's own first, then the CAs above it. */
  readonly certificates: readonly Uint8Array[]
  /** As writeSignedAttributes wrote them. */
  readonly signedAttributes: Uint8Array
  /** RSASSA-PKCS1-v1_5 or ECDSA (DER), with SHA-256, over them. */
  readonly signature: Uint8Array
}

/** A detached signature: CMS SignedData without the content it is about (RFC 5652, 5; RFC 5754). DER. */
export function writeDetachedSignature({ signer, certificates, ...signed }: Signature): Uint8Array {
  const sha256 = writeElement(tags.sequence, writeObjectIdentifier(oid.sha256))
  const signerInfo = writeElement(
    tags.sequence,
    version1,
    writeElement(tags.sequence, signer.issuer.der, signer.serialNumberDer),
    sha256,
    retagged(signed.signedAttributes, implicit0),
    signatureAlgorithm(signer),
    writeElement(tags.octetString, signed.signature),
  )
  return writeSignedData({ digestAlgorithms: [sha256], certificates, signerInfos: [signerInfo] })
}

/** Certificates and nothing else, in this order: what a .p7b holds (RFC 5652, 5.1: "certs-only"). DER. */
export function writeCertificates(certificates: readonly Uint8Array[]): Uint8Array {
  return writeSignedData({ digestAlgorithms: [], certificates, signerInfos: [] })
}

interface Parts {
  readonly digestAlgorithms: readonly Uint8Array[]
  readonly certificates: readonly Uint8Array[]
  readonly signerInfos: readonly Uint8Array[]
}

function writeSignedData({ digestAlgorithms, certificates, signerInfos }: Parts): Uint8Array {
  const signedData = writeElement(
    tags.sequence,
    version1,
    writeElement(tags.set, ...digestAlgorithms),
    writeElement(tags.sequence, writeObjectIdentifier(oid.data)),
    writeElement(implicit0, ...certificates),
    writeElement(tags.set, ...signerInfos),
  )
  return writeElement(tags.sequence, writeObjectIdentifier(oid.signedData), writeElement(implicit0, signedData))
}

/** RFC 3370, 3.2 (rsaEncryption, which every program reads) and RFC 5754, 3.3. */
function signatureAlgorithm({ publicKey }: X509Certificate): Uint8Array {
  return publicKey.algorithm === 'rsa'
    ? writeElement(tags.sequence, writeObjectIdentifier(oid.rsaEncryption), derNull)
    : writeElement(tags.sequence, writeObjectIdentifier(oid.ecdsaWithSha256))
}

function retagged(element: Uint8Array, tag: number): Uint8Array {
  const copy = Uint8Array.from(element)
  copy[0] = tag
  return copy
}
