import type { Cryptoki } from './cryptoki.ts'
import { toTokenError } from './pkcs11-errors.ts'

/** The module with every C_ call throwing AppError: pkcs11js itself does not always say which call failed, or why. */
export function checkedModule(module: Cryptoki): Cryptoki {
  return new Proxy(module, {
    get(target, property) {
      const member: unknown = Reflect.get(target, property)
      if (typeof member !== 'function' || typeof property !== 'string' || !property.startsWith('C_')) return member
      return (...parameters: readonly unknown[]): unknown => {
        try {
          return Reflect.apply(member, target, parameters)
        } catch (thrown) {
          throw toTokenError(property, thrown)
        }
      }
    },
  })
}
