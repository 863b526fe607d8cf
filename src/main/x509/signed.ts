import { DerError, expectTag, readElement, readElements, readObjectIdentifier, tags, type DerElement } from './der.ts'

/** AlgorithmIdentifier (RFC 5280, 4.1.1.2). */
export interface AlgorithmIdentifier {
  readonly oid: string
  /** DER; absent when there are none. */
  readonly parameters?: DerElement
  readonly der: Uint8Array
}

/** What certificates, revocation lists and OCSP answers have in common: something, and a signature over it. */
export interface Signed {
  /** The signed element, tag and length included. */
  readonly octets: Uint8Array
  readonly algorithm: AlgorithmIdentifier
  readonly signature: Uint8Array
}

/** @throws DerError unless this is exactly SEQUENCE { signed, AlgorithmIdentifier, BIT STRING } */
export function readSigned(element: DerElement): Signed {
  const parts = readElements(expectTag(element, tags.sequence).content)
  if (parts.length > 3) throw new DerError('more than a signed part and its signature')
  return readSignedParts(parts)
}

/** The first three of what may be more: an OCSP answer brings certificates along. */
export function readSignedParts([signed, algorithm, signature]: readonly DerElement[]): Signed {
  return {
    octets: expectTag(signed, tags.sequence).whole,
    algorithm: readAlgorithm(algorithm),
    signature: readWholeOctets(signature),
  }
}

export function readAlgorithm(element: DerElement | undefined): AlgorithmIdentifier {
  const sequence = expectTag(element, tags.sequence)
  const [type, parameters, ...others] = readElements(sequence.content)
  if (others.length > 0) throw new DerError('more than an algorithm and its parameters')
  const oid = readObjectIdentifier(expectTag(type, tags.objectIdentifier).content)
  return { oid, der: sequence.whole, ...(parameters === undefined ? {} : { parameters }) }
}

/** The content of a BIT STRING that is made of whole octets. */
export function readWholeOctets(element: DerElement | undefined): Uint8Array {
  const { content } = expectTag(element, tags.bitString)
  if (content[0] !== 0) throw new DerError('a bit string that is not made of octets')
  return content.subarray(1)
}

/** The one element that these octets are. @throws DerError when there is more, or something else */
export function readWhole(octets: Uint8Array, tag: number): DerElement {
  const element = expectTag(readElement(octets), tag)
  if (element.whole.length !== octets.length) throw new DerError('octets after the end')
  return element
}
