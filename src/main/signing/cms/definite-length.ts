import { DerError, readElement, writeElement } from '../../x509/der.ts'

/** Deeper than any signature file is; what is deeper was made to break readers. */
const deepest = 32
const indefinite = 0x80

/**
 * The same element with definite lengths. CMS may be BER (RFC 5652, 10), and several programs write it with indefinite
 * lengths; DER inside, such as certificates, comes out as it was. @throws DerError
 */
export function withDefiniteLengths(bytes: Uint8Array): Uint8Array {
  return convert(bytes, 0).element
}

interface Converted {
  readonly element: Uint8Array
  /** Octets that it took before. */
  readonly taken: number
}

function convert(bytes: Uint8Array, depth: number): Converted {
  if (depth > deepest) throw new DerError('nested too deep')
  if (bytes[1] === indefinite) return convertIndefinite(bytes, depth)
  const { tag, content, whole } = readElement(bytes)
  const isConstructed = (tag & 0x20) !== 0
  // Only what has an indefinite length somewhere inside is written anew: DER that was signed stays as it is.
  if (!isConstructed || !content.includes(indefinite)) return { element: whole, taken: whole.length }
  const parts = convertAll(content, depth)
  const isSame = parts.every(({ element, taken }) => element.length === taken)
  const element = isSame ? whole : writeElement(tag, ...parts.map((part) => part.element))
  return { element, taken: whole.length }
}

function convertAll(content: Uint8Array, depth: number): readonly Converted[] {
  const parts: Converted[] = []
  for (let offset = 0; offset < content.length;) {
    const part = convert(content.subarray(offset), depth + 1)
    parts.push(part)
    offset += part.taken
  }
  return parts
}

function convertIndefinite(bytes: Uint8Array, depth: number): Converted {
  const tag = bytes[0] ?? 0
  if ((tag & 0x20) === 0 || (tag & 0x1f) === 0x1f) throw new DerError('indefinite length of a primitive')
  const parts: Uint8Array[] = []
  let offset = 2
  while (bytes[offset] !== 0 || bytes[offset + 1] !== 0) {
    const part = convert(bytes.subarray(offset), depth + 1)
    parts.push(part.element)
    offset += part.taken
  }
  return { element: writeElement(tag, ...parts), taken: offset + 2 }
}
