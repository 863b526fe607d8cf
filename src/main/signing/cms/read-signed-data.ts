import { readExactCertificate, type X509Certificate } from '../../x509/certificate.ts'
import {
  DerError,
  expectTag,
  readElement,
  readElements,
  readObjectIdentifier,
  tags,
  type DerElement,
} from '../../x509/der.ts'
import { oid } from './oids.ts'
import { readSignedAttributes, type SignedAttributes } from './read-attributes.ts'

/** An AlgorithmIdentifier. */
export interface Algorithm {
  readonly oid: string
  readonly parameters?: DerElement
}

/** Whose signature it is: the certificate's issuer and serial number (DER of both), or its key identifier. */
type SignerId =
  | { readonly kind: 'issuer-serial'; readonly issuer: Uint8Array; readonly serialNumber: Uint8Array }
  | { readonly kind: 'key-identifier'; readonly octets: Uint8Array }

export interface SignerInfo {
  readonly id: SignerId
  readonly digestAlgorithm: Algorithm
  /** Absent: the signature is over the content itself. */
  readonly attributes?: SignedAttributes
  readonly signatureAlgorithm: Algorithm
  readonly signature: Uint8Array
}

export interface SignedData {
  readonly contentType: string
  readonly hasContent: boolean
  /** Those that can be read, in their order. */
  readonly certificates: readonly X509Certificate[]
  readonly signers: readonly SignerInfo[]
}

const implicit0 = 0xa0
const implicit1 = 0xa1
const primitive0 = 0x80

/** CMS SignedData (RFC 5652, 5), DER or with definite lengths. Undefined for CMS of another kind. @throws DerError */
export function readSignedData(bytes: Uint8Array): SignedData | undefined {
  const [type, explicit] = readElements(expectTag(readElement(bytes), tags.sequence).content)
  if (readObjectIdentifier(expectTag(type, tags.objectIdentifier).content) !== oid.signedData) return undefined
  const fields = readElements(expectTag(readElement(expectTag(explicit, implicit0).content), tags.sequence).content)
  const [version, digestAlgorithms, encapsulated, ...others] = fields
  expectTag(version, tags.integer)
  const digests = readElements(expectTag(digestAlgorithms, tags.set).content).map((each) => readAlgorithm(each).oid)
  const signers = readElements(expectTag(others.at(-1), tags.set).content).map(readSigner)
  // RFC 5652, 5.1: such a signature may be refused, and others do refuse it.
  if (signers.some(({ digestAlgorithm }) => !digests.includes(digestAlgorithm.oid)))
    throw new DerError('unlisted digest')
  const [contentType, content] = readElements(expectTag(encapsulated, tags.sequence).content)
  const certificates = others.find(({ tag }) => tag === implicit0)
  return {
    contentType: readObjectIdentifier(expectTag(contentType, tags.objectIdentifier).content),
    hasContent: content !== undefined,
    certificates: certificates === undefined ? [] : readCertificates(certificates.content),
    signers,
  }
}

/** Attribute certificates and what cannot be read are passed over: a signer without a certificate will be said so. */
function readCertificates(content: Uint8Array): readonly X509Certificate[] {
  return readElements(content).flatMap(({ whole }) => readExactCertificate(whole) ?? [])
}

function readSigner(element: DerElement): SignerInfo {
  const [version, id, digest, ...others] = readElements(expectTag(element, tags.sequence).content)
  expectTag(version, tags.integer)
  const attributes = others[0]?.tag === implicit0 ? others[0] : undefined
  const [signatureAlgorithm, signature, unsigned, ...more] = attributes === undefined ? others : others.slice(1)
  if (more.length > 0 || (unsigned !== undefined && unsigned.tag !== implicit1)) throw new DerError('unknown field')
  return {
    id: readSignerId(id),
    digestAlgorithm: readAlgorithm(digest),
    ...(attributes === undefined ? {} : { attributes: readSignedAttributes(attributes) }),
    signatureAlgorithm: readAlgorithm(signatureAlgorithm),
    signature: expectTag(signature, tags.octetString).content,
  }
}

function readSignerId(element: DerElement | undefined): SignerId {
  if (element?.tag === primitive0) return { kind: 'key-identifier', octets: element.content }
  const [issuer, serialNumber] = readElements(expectTag(element, tags.sequence).content)
  return {
    kind: 'issuer-serial',
    issuer: expectTag(issuer, tags.sequence).whole,
    serialNumber: expectTag(serialNumber, tags.integer).whole,
  }
}

export function readAlgorithm(element: DerElement | undefined): Algorithm {
  const [type, parameters] = readElements(expectTag(element, tags.sequence).content)
  const dotted = readObjectIdentifier(expectTag(type, tags.objectIdentifier).content)
  return parameters === undefined ? { oid: dotted } : { oid: dotted, parameters }
}
