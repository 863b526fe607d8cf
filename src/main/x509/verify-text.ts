import { createPublicKey, verify } from 'node:crypto'
import type { PublicKey } from './public-key.ts'
import { verifySm2 } from './sm2-signature.ts'

/**
 * Is this what a token answers that signs a text with this key: SHA-256 and RSASSA-PKCS1-v1_5, or ECDSA, or SM3withSM2
 * with the default id? The latter two as DER.
 */
export function isTextSignedBy(key: PublicKey, text: Uint8Array, signature: Uint8Array): boolean {
  if (key.algorithm === 'sm2') return verifySm2({ octets: text, signature }, key) === 'valid'
  return verify('sha256', text, createPublicKey({ key: Buffer.from(key.spki), format: 'der', type: 'spki' }), signature)
}
