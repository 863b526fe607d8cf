import { createHash, createPublicKey, verify } from 'node:crypto'
import type { PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { proofText } from '../../../src/shared/platform/proof.ts'
import { familyOf } from './certificate-authority.ts'
import { keyAlgorithmOf } from './public-key.ts'

type Proof = NonNullable<PlatformReceived<'submitCsr'>['body']['proof']>

interface ProvenRequest {
  readonly orderId: string
  readonly nonce: string
  readonly csr: Uint8Array
  /** SubjectPublicKeyInfo (DER) of the certificate that is renewed. */
  readonly oldPublicKey: Uint8Array
}

const algorithms = { rsa: 'rsa-pkcs1-sha256', 'p-256': 'ecdsa-p256-sha256' } as const

/** Did the old key sign the fixed text for this order, nonce and request? An ECDSA signature is DER (RFC 3279). */
export function isProvenBy(proof: Proof, { orderId, nonce, csr, oldPublicKey }: ProvenRequest): boolean {
  const keyAlgorithm = keyAlgorithmOf(oldPublicKey)
  const family = keyAlgorithm === undefined ? undefined : familyOf(keyAlgorithm)
  if (family === undefined || proof.algorithm !== algorithms[family]) return false
  const text = proofText(orderId, nonce, createHash('sha256').update(csr).digest('base64url'))
  const key = createPublicKey({ key: Buffer.from(oldPublicKey), format: 'der', type: 'spki' })
  return verify('sha256', Buffer.from(text), key, Buffer.from(proof.signature, 'base64'))
}
