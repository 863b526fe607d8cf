import { AppError } from '../../app-error.ts'
import type { Cryptoki, Handle } from './cryptoki.ts'
import { isRefusal } from './pkcs11-errors.ts'

interface AttributeQuestion {
  readonly session: Handle
  readonly object: Handle
  readonly types: readonly number[]
}

/** Values in the order asked; undefined where the token refuses one. */
export type AttributeValues = readonly (Buffer | undefined)[]

/** `none`: the addon could not make room for the length that it was told. */
const refusals = [
  'ATTRIBUTE_TYPE_INVALID',
  'ATTRIBUTE_SENSITIVE',
  'ATTRIBUTE_VALUE_INVALID',
  'BUFFER_TOO_SMALL',
  'none',
]

/**
 * Reads attributes of one object: two native calls. One refused attribute makes pkcs11js drop the others too, then each
 * is asked for alone. Undefined when the object is gone: another program may have removed it.
 */
export function readAttributes(
  module: Pick<Cryptoki, 'C_GetAttributeValue'>,
  question: AttributeQuestion,
): AttributeValues | undefined {
  const { session, object, types } = question
  const ask = (asked: readonly number[]): AttributeValues =>
    module
      .C_GetAttributeValue(
        session,
        object,
        asked.map((type) => ({ type })),
      )
      .map((attribute) => attribute.value)
  try {
    return ask(types)
  } catch (thrown) {
    if (isRefusal(thrown, 'OBJECT_HANDLE_INVALID')) return undefined
    if (!isRefusal(thrown, ...refusals)) throw thrown
  }
  return types.map((type) => {
    try {
      return ask([type])[0]
    } catch (thrown) {
      if (thrown instanceof AppError && isRefusal(thrown, ...refusals, 'OBJECT_HANDLE_INVALID')) return undefined
      throw thrown
    }
  })
}
