import { CKF, CKM } from './cryptoki.ts'
import type { Handle } from './cryptoki.ts'
import { toDerSignature } from './ecdsa-signature.ts'
import { closeQuietly } from './known-tokens.ts'
import { isRefusal } from './pkcs11-errors.ts'
import type { UnlockedToken } from './unlock-token.ts'
import type { KeyFamily, WorkerState } from './worker-state.ts'

/** DigestInfo of SHA-256 up to the digest (RFC 8017, 9.2, note 1). */
const sha256Prefix = Buffer.from('3031300d060960864801650304020105000420', 'hex')
const signatureRoom = 1024

interface SigningKey {
  readonly handle: Handle
  readonly family: KeyFamily
}

/** Native calls: C_SignInit and C_Sign. The signature is in the form that X.509 uses. */
export function signWith(state: WorkerState, place: UnlockedToken, key: SigningKey, digest: Uint8Array): Uint8Array {
  const isRsa = key.family === 'rsa'
  try {
    startSigning(state, place, key)
  } catch (thrown) {
    // A signature that failed can leave its operation open, and only a new session is free of it; the login stays.
    if (!isRefusal(thrown, 'OPERATION_ACTIVE')) throw thrown
    renewSession(state, place)
    startSigning(state, place, key)
  }
  const toSign = isRsa ? Buffer.concat([sha256Prefix, digest]) : Buffer.from(digest)
  const signature = state.module.C_Sign(place.unlocked.session, toSign, Buffer.alloc(signatureRoom))
  return Uint8Array.from(isRsa ? signature : toDerSignature(signature))
}

function startSigning({ module }: WorkerState, { unlocked }: UnlockedToken, { handle, family }: SigningKey): void {
  module.C_SignInit(unlocked.session, { mechanism: family === 'rsa' ? CKM.rsaPkcs : CKM.ecdsa }, handle)
}

function renewSession({ module }: WorkerState, { token, unlocked }: UnlockedToken): void {
  const stuck = unlocked.session
  unlocked.session = module.C_OpenSession(token.slot, CKF.serialSession | CKF.rwSession)
  closeQuietly(module, stuck)
}
