import { DerError, expectTag, readElement, readElements, tags, writeElement, type DerElement } from './der.ts'

/** What SM2 has encrypted (GM/T 0003.4): the point C1, the hash C3 and the text C2. */
export interface Sm2Cipher {
  /** 32 octets, big-endian. */
  readonly x: Uint8Array
  /** 32 octets, big-endian. */
  readonly y: Uint8Array
  /** 32 octets. */
  readonly hash: Uint8Array
  /** As long as what was encrypted. */
  readonly ciphertext: Uint8Array
}

/** Octets of a coordinate, and of SM3. */
const width = 32

/** SM2Cipher (GM/T 0009, 7.3). @throws DerError for anything else, octets after its end too */
export function readSm2Cipher(der: Uint8Array): Sm2Cipher {
  const sequence = expectTag(readElement(der), tags.sequence)
  if (sequence.whole.length !== der.length) throw new DerError('octets after an SM2Cipher')
  const [x, y, hash, ciphertext, ...others] = readElements(sequence.content)
  if (others.length > 0) throw new DerError('more than an SM2Cipher')
  return {
    x: readCoordinate(x),
    y: readCoordinate(y),
    hash: readOctets(hash, (length) => length === width),
    ciphertext: readOctets(ciphertext, (length) => length > 0),
  }
}

export function writeSm2Cipher({ x, y, hash, ciphertext }: Sm2Cipher): Uint8Array {
  const texts = [hash, ciphertext].map((octets) => writeElement(tags.octetString, octets))
  return writeElement(tags.sequence, writeCoordinate(x), writeCoordinate(y), ...texts)
}

/** Some write all 32 octets of a number without the sign octet that DER asks for; a coordinate has no sign to be lost. */
function readCoordinate(element: DerElement | undefined): Uint8Array {
  const { content } = expectTag(element, tags.integer)
  const number = withoutZeros(content)
  if (content.length === 0 || number.length > width) throw new DerError('no coordinate')
  const coordinate = new Uint8Array(width)
  coordinate.set(number, width - number.length)
  return coordinate
}

function writeCoordinate(coordinate: Uint8Array): Uint8Array {
  const number = withoutZeros(coordinate)
  const isShort = (number[0] ?? 0x80) < 0x80
  return isShort ? writeElement(tags.integer, number) : writeElement(tags.integer, Uint8Array.of(0), number)
}

function withoutZeros(octets: Uint8Array): Uint8Array {
  const first = octets.findIndex((octet) => octet !== 0)
  return first === -1 ? new Uint8Array() : octets.subarray(first)
}

function readOctets(element: DerElement | undefined, isLength: (length: number) => boolean): Uint8Array {
  const { content } = expectTag(element, tags.octetString)
  if (!isLength(content.length)) throw new DerError('an octet string of another length')
  return content
}
