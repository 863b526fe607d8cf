import { randomBytes } from 'node:crypto'

/** 16 octets in hex, positive and without a leading zero octet, so that all programs print it alike. */
export function newSerialNumber(): string {
  const octets = randomBytes(16)
  octets[0] = ((octets[0] ?? 0) & 0x3f) | 0x40
  return octets.toString('hex')
}

/** As the contract writes it: upper case, even length, no sign octet. */
export function wireSerialNumber(hex: string): string {
  const digits = hex.toUpperCase().replace(/^0+/, '')
  return digits.length % 2 === 0 ? digits : `0${digits}`
}
