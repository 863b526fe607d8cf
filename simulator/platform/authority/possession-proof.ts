import { createHash, createPublicKey, verify } from 'node:crypto'
import type { PlatformReceived } from '../../../src/shared/platform/endpoints.ts'
import { proofText } from '../../../src/shared/platform/proof.ts'
import { keyAlgorithmOf } from './public-key.ts'
import { familyOf } from './signing/key-family.ts'
import { isSignedBySm2 } from './signing/sm2-signature.ts'

type Proof = NonNullable<PlatformReceived<'submitCsr'>['body']['proof']>

interface ProvenRequest {
  readonly orderId: string
  readonly nonce: string
  readonly csr: Uint8Array
  /** SubjectPublicKeyInfo (DER) of the certificate that is renewed. */
  readonly oldPublicKey: Uint8Array
}

const algorithms = { rsa: 'rsa-pkcs1-sha256', 'p-256': 'ecdsa-p256-sha256', sm2: 'sm2-sm3' } as const

/**
 * Did the old key sign the fixed text for this order, nonce and request? A signature by ECDSA (RFC 3279) or SM2 (GM/T
 * 0009, with the default id) is DER, SEQUENCE { r, s }.
 */
export function isProvenBy(proof: Proof, { orderId, nonce, csr, oldPublicKey }: ProvenRequest): boolean {
  const keyAlgorithm = keyAlgorithmOf(oldPublicKey)
  if (keyAlgorithm === undefined || proof.algorithm !== algorithms[familyOf(keyAlgorithm)]) return false
  const text = Buffer.from(proofText(orderId, nonce, createHash('sha256').update(csr).digest('base64url')))
  const signature = Buffer.from(proof.signature, 'base64')
  if (keyAlgorithm === 'sm2') return isSignedBySm2(text, signature, oldPublicKey)
  const key = createPublicKey({ key: Buffer.from(oldPublicKey), format: 'der', type: 'spki' })
  return verify('sha256', text, key, signature)
}
