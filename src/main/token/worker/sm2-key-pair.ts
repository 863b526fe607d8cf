import { AppError } from '../../app-error.ts'
import { sm2Curve } from '../../x509/sm2-public-key.ts'
import { CKA } from './cryptoki.ts'
import type { Handle, Template } from './cryptoki.ts'
import type { WorkerState } from './worker-state.ts'

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
