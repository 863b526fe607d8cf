import { isInTheClear } from '../../shared/platform/loopback.ts'

export type AddressProblem = 'notAddress' | 'notApproved' | 'hasCredentials'

/** Why an address would be refused, told before it is sent; main checks again. Empty means: no platform. */
export function addressProblem(text: string, approvedOrigin: string | undefined): AddressProblem | undefined {
  const address = text.trim()
  if (address === '') return undefined
  const url = URL.parse(address)
  if (url === null || url.hostname === '' || !['http:', 'https:'].includes(url.protocol)) return 'notAddress'
  if (url.username !== '' || url.password !== '') return 'hasCredentials'
  return isInTheClear(url) && url.origin !== approvedOrigin ? 'notApproved' : undefined
}

/** The origin of an address that would be spoken to without encryption. */
export function plainOriginOf(text: string): string | undefined {
  const url = URL.parse(text.trim())
  return url !== null && url.hostname !== '' && isInTheClear(url) ? url.origin : undefined
}

export type AddressState = 'encrypted' | 'privateRoot' | 'local' | 'plain'

/** How a saved address is spoken to. What the platform shows is checked at each connection, not here. */
export function addressState(address: string, hasOwnRoot: boolean): AddressState | undefined {
  const url = URL.parse(address)
  if (url === null) return undefined
  if (url.protocol === 'https:') return hasOwnRoot ? 'privateRoot' : 'encrypted'
  return isInTheClear(url) ? 'plain' : 'local'
}
