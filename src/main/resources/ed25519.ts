import { createPublicKey, verify } from 'node:crypto'

/**
 * Is this signature (64 octets, RFC 8032) over the content by one of the keys?
 *
 * @param keys Ed25519, SubjectPublicKeyInfo, DER, base64; several while one replaces another
 */
export function isSignedByOneOf(keys: readonly string[], content: Uint8Array, signature: Uint8Array): boolean {
  return keys.some((key) => {
    const publicKey = createPublicKey({ key: Buffer.from(key, 'base64'), format: 'der', type: 'spki' })
    return publicKey.asymmetricKeyType === 'ed25519' && verify(null, content, publicKey, signature)
  })
}
