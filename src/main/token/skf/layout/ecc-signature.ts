import { readWide, wideOctets } from './wide-number.ts'

/** ECCSIGNATUREBLOB { BYTE r[64], s[64] } as r and s side by side (64 octets); undefined when it is none. */
export function readEccSignature(blob: Uint8Array): Uint8Array | undefined {
  const r = readWide(blob.subarray(0, wideOctets))
  const s = readWide(blob.subarray(wideOctets, 2 * wideOctets))
  return r === undefined || s === undefined ? undefined : Uint8Array.from(Buffer.concat([r, s]))
}
