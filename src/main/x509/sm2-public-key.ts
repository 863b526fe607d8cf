import { sm2 } from 'sm-crypto-v2'
import { readElement, readElements, tags, writeBitString, writeElement, writeObjectIdentifier } from './der.ts'
import { readPublicKey } from './public-key.ts'
import { readWholeOctets } from './signed.ts'

/** The curve of GM/T 0003.5 and id-ecPublicKey (RFC 3279), whose key an SM2 key is by its SubjectPublicKeyInfo. */
export const sm2Curve = writeObjectIdentifier('1.2.156.10197.1.301')
const ecPublicKey = writeObjectIdentifier('1.2.840.10045.2.1')

/** @param point uncompressed, 65 octets, without a header */
export function toSm2Spki(point: Uint8Array): Uint8Array {
  const algorithm = writeElement(tags.sequence, ecPublicKey, sm2Curve)
  return writeElement(tags.sequence, algorithm, writeBitString(point))
}

/** The uncompressed point (65 octets, the first is 04) of an SM2 key; undefined for another key. @throws DerError */
export function toSm2Point(spki: Uint8Array): Uint8Array | undefined {
  const element = readElement(spki)
  if (readPublicKey(element).algorithm !== 'sm2') return undefined
  const point = readWholeOctets(readElements(element.content)[1])
  return isSm2Point(point) ? point : undefined
}

/** Uncompressed, and on the curve. */
export function isSm2Point(point: Uint8Array): boolean {
  if (point.length !== 65 || point[0] !== 0x04) return false
  try {
    return sm2.verifyPublicKey(Buffer.from(point).toString('hex'))
  } catch {
    // The library throws on numbers that are no coordinates.
    return false
  }
}
