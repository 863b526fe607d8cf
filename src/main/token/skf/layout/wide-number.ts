/** Numbers of 256 bits lie at the end of fields of 64 octets, big-endian, with zeros before them. */
export const wideOctets = 64
const numberOctets = 32

/** Undefined when the first half is not zero. */
export function readWide(field: Uint8Array): Uint8Array | undefined {
  const first = field.subarray(0, wideOctets - numberOctets)
  if (field.length !== wideOctets || first.some((octet) => octet !== 0)) return undefined
  return Uint8Array.from(field.subarray(wideOctets - numberOctets))
}

/** @param number 32 octets */
export function writeWide(number: Uint8Array): Uint8Array {
  const field = new Uint8Array(wideOctets)
  field.set(number, wideOctets - number.length)
  return field
}

/** A ULONG of this width, little-endian. */
export function writeUlong(value: number, octets: 4 | 8): Uint8Array {
  const field = Buffer.alloc(octets)
  field.writeUInt32LE(value)
  return field
}

/** Undefined when it is cut off, or more than 32 bits. */
export function readUlong(octets: Uint8Array, start: number, width: 4 | 8): number | undefined {
  if (octets.length < start + width) return undefined
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength)
  if (width === 8 && view.getUint32(start + 4, true) !== 0) return undefined
  return view.getUint32(start, true)
}
