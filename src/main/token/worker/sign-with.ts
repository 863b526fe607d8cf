import { AppError } from '../../app-error.ts'
import { CKM } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { toDerSignature } from './ecdsa-signature.ts'
import { startOperation } from './start-operation.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { KeyFamily, WorkerState } from './worker-state.ts'

/** DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2, note 1). */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const signatureRoom = 1024

interface SigningKey {
  readonly handle: Handle
  readonly family: KeyFamily
}

/**
 * Native calls: C_SignInit and C_Sign. The signature is in the form that X.509 uses. Code token.sm2Unsupported: CKM_ECDSA
 * with an SM2 key would be a signature that no SM2 certificate vouches for.
 */
export function signWith(state: WorkerState, place: UnlockedToken, key: SigningKey, digest: Uint8Array): Uint8Array {
  if (key.family === 'sm2') throw new AppError('token.sm2Unsupported', { details: { detail: 'sign' } })
  const isRsa = key.family === 'rsa'
  const mechanism = isRsa ? CKM.rsaPkcs : CKM.ecdsa
  startOperation(state, place, (session) => state.module.C_SignInit(session, { mechanism }, key.handle))
  const toSign = isRsa ? Buffer.concat([sha256Prefix, digest]) : Buffer.from(digest)
  const signature = state.module.C_Sign(place.unlocked.session, toSign, Buffer.alloc(signatureRoom))
  return Uint8Array.from(isRsa ? signature : toDerSignature(signature))
}
