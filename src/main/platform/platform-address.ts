import { AppError } from '../app-error.ts'

/** Why an address was not taken, as `details.reason` of platform.addressInvalid. */
type AddressFault =
  'empty' | 'malformed' | 'scheme' | 'plain-http' | 'credentials' | 'query' | 'fragment' | 'api-version'

const apiPath = '/api/v1'

/**
 * The configured address as the base of every call: `https://host[:port][/prefix]/api/v1`, without a slash at its end.
 * It may be given with or without `/api/v1`. Code platform.addressInvalid with details.reason (AddressFault).
 */
export function parsePlatformAddress(text: string): string {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid('empty')
  // The URL parser drops line breaks and turns backslashes: an address that needs that is not one the user has read.
  if (/[\s\\\p{Cc}]/u.test(trimmed) || !URL.canParse(trimmed)) throw invalid('malformed')
  const url = new URL(trimmed)
  checkScheme(url)
  if (url.username !== '' || url.password !== '' || authority(trimmed).includes('@')) throw invalid('credentials')
  // An empty query or fragment is invisible in the parsed URL.
  if (trimmed.includes('#')) throw invalid('fragment')
  if (trimmed.includes('?')) throw invalid('query')
  return `${url.origin}${prefixOf(url.pathname)}${apiPath}`
}

function checkScheme(url: URL): void {
  if (url.protocol === 'https:') return
  if (url.protocol !== 'http:') throw invalid('scheme')
  // SECURITY(1): nothing travels in the clear, except to a gateway or simulator on this very computer.
  if (!isLoopback(url.hostname)) throw invalid('plain-http')
}

/** @param hostname as the URL parser gives it: lower case, IPv4 in four decimal parts, IPv6 in brackets */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(?:\.\d{1,3}){3}$/.test(hostname)
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
