/**
 * Reading and writing DER (X.690), as far as certificates and requests need it: definite lengths, low tag numbers.
 * Reading throws DerError on anything else, and never looks outside the bytes it was given.
 */

export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  enumerated: 0x0a,
  null: 0x05,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  bmpString: 0x1e,
  universalString: 0x1c,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

/** The bytes are not the DER that was expected there. */
export class DerError extends Error {}

export interface DerElement {
  readonly tag: number
  readonly content: Uint8Array
  /** Tag, length and content. */
  readonly whole: Uint8Array
}

/** The element that starts at the first byte; what follows it is not looked at. */
export function readElement(bytes: Uint8Array): DerElement {
  const tag = byteAt(bytes, 0)
  if ((tag & 0x1f) === 0x1f) throw new DerError('high tag number')
  const { length, start } = readLength(bytes)
  if (start + length > bytes.length) throw new DerError('content is cut off')
  return { tag, content: bytes.subarray(start, start + length), whole: bytes.subarray(0, start + length) }
}

function readLength(bytes: Uint8Array): { readonly length: number; readonly start: number } {
  const first = byteAt(bytes, 1)
  if (first < 0x80) return { length: first, start: 2 }
  const count = first & 0x7f
  if (count === 0 || count > 4) throw new DerError('indefinite or huge length')
  let length = 0
  for (let index = 0; index < count; index += 1) length = length * 256 + byteAt(bytes, 2 + index)
  return { length, start: 2 + count }
}

function byteAt(bytes: Uint8Array, index: number): number {
  const byte = bytes[index]
  if (byte === undefined) throw new DerError('ends too early')
  return byte
}

/** All elements of a constructed content, one after the other. */
export function readElements(content: Uint8Array): readonly DerElement[] {
  const elements: DerElement[] = []
  for (let offset = 0; offset < content.length;) {
    const element = readElement(content.subarray(offset))
    elements.push(element)
    offset += element.whole.length
  }
  return elements
}

/** The element, if it has this tag. */
export function expectTag(element: DerElement | undefined, tag: number): DerElement {
  if (element?.tag !== tag) throw new DerError(`expected tag ${tag}, found ${element?.tag ?? 'nothing'}`)
  return element
}

/** The value of an INTEGER or ENUMERATED that is not negative and has at most six octets. */
export function readSmallNumber({ content }: DerElement): number {
  if (content.length === 0 || content.length > 6 || (content[0] ?? 0) >= 0x80) throw new DerError('no small number')
  return content.reduce((sum, octet) => sum * 256 + octet, 0)
}

/** Dotted form of an OBJECT IDENTIFIER's content. */
export function readObjectIdentifier(content: Uint8Array): string {
  if ((content.at(-1) ?? 0) >= 0x80) throw new DerError('object identifier is cut off')
  const arcs: number[] = []
  let arc = 0
  for (const byte of content) {
    arc = arc * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      arcs.push(arc)
      arc = 0
    }
  }
  const [first, ...others] = arcs
  if (first === undefined) throw new DerError('empty object identifier')
  const top = Math.min(2, Math.floor(first / 40))
  return [top, first - top * 40, ...others].join('.')
}

export function writeElement(tag: number, ...contents: readonly Uint8Array[]): Uint8Array {
  const length = contents.reduce((sum, content) => sum + content.length, 0)
  const header = [tag, ...lengthOctets(length)]
  const whole = new Uint8Array(header.length + length)
  whole.set(header)
  let offset = header.length
  for (const content of contents) {
    whole.set(content, offset)
    offset += content.length
  }
  return whole
}

function lengthOctets(length: number): readonly number[] {
  if (length < 0x80) return [length]
  const octets: number[] = []
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) octets.unshift(rest % 256)
  return [0x80 | octets.length, ...octets]
}

export function writeObjectIdentifier(dotted: string): Uint8Array {
  const [top = 0, second = 0, ...others] = dotted.split('.').map(Number)
  return writeElement(tags.objectIdentifier, Uint8Array.from([top * 40 + second, ...others].flatMap(base128)))
}

function base128(arc: number): readonly number[] {
  const octets = [arc % 128]
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128)) octets.unshift(0x80 | (rest % 128))
  return octets
}

/** A BIT STRING of whole octets. */
export function writeBitString(content: Uint8Array): Uint8Array {
  return writeElement(tags.bitString, Uint8Array.of(0), content)
}
