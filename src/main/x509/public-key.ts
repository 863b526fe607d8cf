import { createHash } from 'node:crypto'
import { expectTag, readElement, readElements, readObjectIdentifier, tags, type DerElement } from './der.ts'
import { readWholeOctets } from './signed.ts'

type KeyAlgorithm = 'rsa' | 'p-256' | 'sm2' | 'ec' | 'other'

export interface PublicKey {
  readonly algorithm: KeyAlgorithm
  /** Length of the modulus or of the curve's field; absent where it is not known. */
  readonly bits?: number
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** Hex SHA-256 of the SubjectPublicKeyInfo: what a key pair is found by. */
  readonly sha256: string
}

/** Of a key on a curve: the point as it stands in the SubjectPublicKeyInfo, mostly 04, x and y. */
export function pointOf({ spki }: PublicKey): Uint8Array {
  const [, point] = readElements(readElement(spki).content)
  return readWholeOctets(point)
}

const rsaEncryption = '1.2.840.113549.1.1.1'
const ecPublicKey = '1.2.840.10045.2.1'

interface Curve {
  readonly algorithm: KeyAlgorithm
  readonly bits: number
}

const curves: Readonly<Record<string, Curve>> = {
  '1.2.840.10045.3.1.7': { algorithm: 'p-256', bits: 256 },
  '1.2.156.10197.1.301': { algorithm: 'sm2', bits: 256 },
  '1.3.132.0.34': { algorithm: 'ec', bits: 384 },
  '1.3.132.0.35': { algorithm: 'ec', bits: 521 },
}

/** RFC 5280, 4.1.2.7; RFC 3279; GM/T 0015 for SM2. */
export function readPublicKey(element: DerElement): PublicKey {
  const [algorithm, key] = readElements(element.content)
  const [type, parameters] = readElements(expectTag(algorithm, tags.sequence).content)
  const oid = readObjectIdentifier(expectTag(type, tags.objectIdentifier).content)
  return {
    ...describe(oid, parameters, expectTag(key, tags.bitString)),
    spki: element.whole,
    sha256: createHash('sha256').update(element.whole).digest('hex'),
  }
}

function describe(
  oid: string,
  parameters: DerElement | undefined,
  key: DerElement,
): Pick<PublicKey, 'algorithm' | 'bits'> {
  if (oid === rsaEncryption) return { algorithm: 'rsa', bits: modulusBits(key.content.subarray(1)) }
  if (oid === ecPublicKey && parameters?.tag === tags.objectIdentifier) {
    return curves[readObjectIdentifier(parameters.content)] ?? { algorithm: 'ec' }
  }
  return { algorithm: 'other' }
}

function modulusBits(rsaPublicKey: Uint8Array): number {
  const [modulus] = readElements(expectTag(readElement(rsaPublicKey), tags.sequence).content)
  const digits = Buffer.from(expectTag(modulus, tags.integer).content).toString('hex').replace(/^0+/, '')
  const leading = Number.parseInt(digits.charAt(0) || '0', 16).toString(2).length
  return digits === '' ? 0 : (digits.length - 1) * 4 + leading
}
