import type { AddressFault } from '../../shared/failure-words.ts'
import { isInTheClear } from '../../shared/platform/loopback.ts'
import { AppError } from '../app-error.ts'

const apiPath = '/api/v1'

/**
 * The configured address as the base of every call: `https://host[:port][/prefix]/api/v1`, without a slash at its end.
 * It may be given with or without `/api/v1`. Code platform.addressInvalid with details.reason (AddressFault).
 *
 * @param approvedPlainOrigin the one origin that the user has allowed to be spoken to without encryption
 */
export function parsePlatformAddress(text: string, approvedPlainOrigin?: string): string {
  const url = readAddress(text, invalid, approvedPlainOrigin)
  return `${url.origin}${prefixOf(url.pathname)}${apiPath}`
}

/** An address that something may be asked of: https, nothing hidden in it, no query. Throws what `invalid` makes. */
export function readAddress(
  text: string,
  invalid: (reason: AddressFault) => AppError,
  approvedPlainOrigin?: string,
): URL {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid('empty')
  // The URL parser drops line breaks and turns backslashes: an address that needs that is not one the user has read.
  if (/[\s\\\p{Cc}]/u.test(trimmed) || !URL.canParse(trimmed)) throw invalid('malformed')
  const url = new URL(trimmed)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') throw invalid('scheme')
  // SECURITY(1): nothing travels in the clear, except on this very computer and where the user has said so.
  if (isInTheClear(url) && url.origin !== approvedPlainOrigin) throw invalid('plain-http')
  if (url.username !== '' || url.password !== '' || authority(trimmed).includes('@')) throw invalid('credentials')
  // An empty query or fragment is invisible in the parsed URL.
  if (trimmed.includes('#')) throw invalid('fragment')
  if (trimmed.includes('?')) throw invalid('query')
  return url
}

/** The origin of an address that would be spoken to without encryption; nothing where it is encrypted or stays here. */
export function plainOriginOf(text: string): string | undefined {
  const url = URL.parse(text.trim())
  return url !== null && isInTheClear(url) ? url.origin : undefined
}

function prefixOf(pathname: string): string {
  const path = pathname.replace(/\/+$/, '')
  if (path.endsWith(apiPath)) return path.slice(0, -apiPath.length).replace(/\/+$/, '')
  if (/\/api\/v\d+$/.test(path)) throw invalid('api-version')
  return path
}

function authority(text: string): string {
  return text.replace(/^[a-z]+:\/*/i, '').replace(/[/?#].*$/, '')
}

function invalid(reason: AddressFault): AppError {
  return new AppError('platform.addressInvalid', { details: { reason } })
}
