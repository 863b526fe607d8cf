import { createPublicKey } from 'node:crypto'
import { readUlong } from './wide-number.ts'

const rsaAlgorithm = 0x10000
const modulusOctets = 256
const exponentOctets = 4
const leastBits = 1024

/**
 * RSAPUBLICKEYBLOB { ULONG AlgID, BitLen; BYTE Modulus[256], PublicExponent[4] } as SubjectPublicKeyInfo (DER). Undefined
 * when it is none. A modulus shorter than its field lies at the end of it.
 */
export function readRsaPublicKey(blob: Uint8Array, width: 4 | 8): Uint8Array | undefined {
  const bits = readUlong(blob, width, width)
  if (readUlong(blob, 0, width) !== rsaAlgorithm || bits === undefined || bits < leastBits || bits % 8 !== 0)
    return undefined
  if (bits > modulusOctets * 8 || blob.length < 2 * width + modulusOctets + exponentOctets) return undefined
  const modulusEnd = 2 * width + modulusOctets
  const modulus = blob.subarray(modulusEnd - bits / 8, modulusEnd)
  return toSpki(modulus, blob.subarray(modulusEnd, modulusEnd + exponentOctets))
}

/** By way of a JWK, so that OpenSSL writes the DER. */
function toSpki(modulus: Uint8Array, exponent: Uint8Array): Uint8Array | undefined {
  const text = (number: Uint8Array) =>
    Buffer.from(number.subarray(number.findIndex((octet) => octet !== 0))).toString('base64url')
  if (modulus.every((octet) => octet === 0) || exponent.every((octet) => octet === 0)) return undefined
  try {
    const key = { kty: 'RSA', n: text(modulus), e: text(exponent) }
    return Uint8Array.from(createPublicKey({ key, format: 'jwk' }).export({ type: 'spki', format: 'der' }))
  } catch {
    return undefined
  }
}
