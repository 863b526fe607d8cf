import { AppError } from '../../app-error.ts'
import { writeBitString, writeElement, writeObjectIdentifier, tags } from '../../x509/der.ts'
import { CKA } from './cryptoki.ts'
import type { Handle, Template } from './cryptoki.ts'
import type { WorkerState } from './worker-state.ts'

/** The curve of GM/T 0003.5 and id-ecPublicKey (RFC 3279), whose key an SM2 key is by its SubjectPublicKeyInfo. */
export const sm2Curve = writeObjectIdentifier('1.2.156.10197.1.301')
const ecPublicKey = writeObjectIdentifier('1.2.840.10045.2.1')

/**
 * PKCS#11 v2.40 knows no SM2: each vendor has mechanisms of its own, and only the driver table tells them. CKM_EC_KEY_PAIR_GEN
 * is never asked for this curve: a module that takes it makes a key that signs ECDSA. 1 native call. Code
 * token.sm2Unsupported: this driver has none, or this token does not offer it.
 */
export function sm2Recipe({ module, sm2 }: WorkerState, slot: Handle) {
  if (sm2 === undefined) throw new AppError('token.sm2Unsupported', { details: { detail: 'undeclared' } })
  const { keyGeneration: mechanism, keyType } = sm2
  if (!module.C_GetMechanismList(slot).includes(mechanism)) {
    throw new AppError('token.sm2Unsupported', { details: { detail: 'mechanism', mechanism } })
  }
  const parameters: Template = [{ type: CKA.ecParams, value: Buffer.from(sm2Curve) }]
  return { mechanism, keyType, parameters }
}

/** @param point uncompressed, without a header */
export function toSm2Spki(point: Uint8Array): Uint8Array {
  const algorithm = writeElement(tags.sequence, ecPublicKey, sm2Curve)
  return writeElement(tags.sequence, algorithm, writeBitString(point))
}
