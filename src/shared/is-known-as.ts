import type { Token } from './ipc/models.ts'

/** Does this serial number name this key? Its two interfaces may write it differently. */
export function isKnownAs(
  token: Pick<Token, 'serialNumber' | 'alsoKnownAs'>,
  serialNumber: string | undefined,
): boolean {
  if (serialNumber === undefined) return false
  return token.serialNumber === serialNumber || token.alsoKnownAs?.includes(serialNumber) === true
}
