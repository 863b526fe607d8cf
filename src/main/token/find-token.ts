import { AppError } from '../app-error.ts'
import { publicKeyOf } from './certificate-key.ts'
import type { ModuleState, ShownToken } from './module-state.ts'

export interface FoundToken {
  readonly path: string
  readonly spoken: 'pkcs11' | 'skf'
  readonly token: ShownToken
}

/**
 * The token with this serial number. Of a key that speaks two interfaces it is the one that answers for this public key (hex
 * SHA-256 of its SPKI), else that of PKCS#11. Codes token.absent; token.sameSerial: two tokens have it, and which of them is
 * meant cannot be told.
 */
export function findToken(states: readonly ModuleState[], serialNumber: string, publicKeySha256?: string): FoundToken {
  const found = states.flatMap(({ path, interface: spoken = 'pkcs11', tokens }) =>
    tokens.filter((token) => token.serialNumber === serialNumber).map((token) => ({ path, spoken, token })),
  )
  const [first, second] = found
  if (first === undefined) throw new AppError('token.absent')
  if (second === undefined) return first
  // Of one interface nothing but the serial number would keep the PIN from the other one.
  if (found.length > 2 || first.spoken === second.spoken) throw new AppError('token.sameSerial')
  const holder = found.filter(({ token }) => token.certificates.some((one) => publicKeyOf(one) === publicKeySha256))
  if (publicKeySha256 !== undefined && holder[0] !== undefined && holder.length === 1) return holder[0]
  if (first.token.alsoKnownAs?.includes(serialNumber) !== true) throw new AppError('token.sameSerial')
  return first.spoken === 'pkcs11' ? first : second
}
