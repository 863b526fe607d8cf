import { AppError } from '../../app-error.ts'
import { CKA } from './cryptoki.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { readAttributes } from './read-attributes.ts'

/** What this file asks of a module. */
export type KeyProtection = Pick<Cryptoki, 'C_GetAttributeValue' | 'C_SetAttributeValue'>

/**
 * Some modules ignore what C_UnwrapKey is told about protection (opencryptoki 3.8 does), so it is read back, set where it
 * can still be set, and read again. Native calls: 2, or 6. Code token.keyExposed: the private key could be read out.
 */
export function protectKey(module: KeyProtection, session: Handle, key: Handle): void {
  if (isProtected(module, session, key)) return
  try {
    module.C_SetAttributeValue(session, key, [{ type: CKA.sensitive, value: true }])
    module.C_SetAttributeValue(session, key, [{ type: CKA.extractable, value: false }])
  } catch (cause) {
    throw new AppError('token.keyExposed', { cause })
  }
  if (!isProtected(module, session, key)) throw new AppError('token.keyExposed')
}

/** What the token does not tell is not taken for granted. */
function isProtected(module: KeyProtection, session: Handle, object: Handle): boolean {
  const [sensitive, extractable] =
    readAttributes(module, { session, object, types: [CKA.sensitive, CKA.extractable] }) ?? []
  return sensitive?.[0] === 1 && extractable?.[0] === 0
}
