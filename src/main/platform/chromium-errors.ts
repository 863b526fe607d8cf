/**
 * Chromium's network stack, behind Electron's fetch, reports `net::ERR_…` in the message and nothing else. Here its names
 * become those that Node uses for the same thing, so that one table judges both.
 */

export interface ChromiumError {
  /** A name of Node, OpenSSL, llhttp or zlib; Chromium's own where they have none. */
  readonly name: string
  /** The request was still here. */
  readonly beforeConnection: boolean
}

/** Failures of the connection to the platform, or to the proxy that should have made it. */
const beforeConnection: Readonly<Record<string, string>> = {
  ERR_NAME_NOT_RESOLVED: 'ENOTFOUND',
  ERR_NAME_RESOLUTION_FAILED: 'ENOTFOUND',
  ERR_CONNECTION_REFUSED: 'ECONNREFUSED',
  ERR_CONNECTION_FAILED: 'ECONNREFUSED',
  ERR_CONNECTION_TIMED_OUT: 'ETIMEDOUT',
  ERR_ADDRESS_UNREACHABLE: 'EHOSTUNREACH',
  ERR_INTERNET_DISCONNECTED: 'ENETUNREACH',
  ERR_NETWORK_ACCESS_DENIED: 'EACCES',
  ERR_PROXY_CONNECTION_FAILED: 'ERR_PROXY_CONNECTION_FAILED',
  ERR_TUNNEL_CONNECTION_FAILED: 'ERR_TUNNEL_CONNECTION_FAILED',
  ERR_CERT_COMMON_NAME_INVALID: 'ERR_TLS_CERT_ALTNAME_INVALID',
  ERR_CERT_AUTHORITY_INVALID: 'UNABLE_TO_GET_ISSUER_CERT',
  ERR_CERT_REVOKED: 'CERT_REVOKED',
}

const afterwards: Readonly<Record<string, string>> = {
  ERR_CONNECTION_RESET: 'ECONNRESET',
  ERR_CONNECTION_ABORTED: 'ECONNABORTED',
  ERR_CONNECTION_CLOSED: 'ECONNRESET',
  ERR_EMPTY_RESPONSE: 'ECONNRESET',
  ERR_CONTENT_LENGTH_MISMATCH: 'ECONNRESET',
  ERR_INCOMPLETE_CHUNKED_ENCODING: 'ECONNRESET',
  ERR_CONTENT_DECODING_FAILED: 'Z_DATA_ERROR',
  ERR_INVALID_HTTP_RESPONSE: 'HPE_INVALID_CONSTANT',
  ERR_INVALID_CHUNKED_ENCODING: 'HPE_INVALID_CHUNK_SIZE',
  ERR_INVALID_REDIRECT: 'HPE_INVALID_HEADER_TOKEN',
  ERR_RESPONSE_HEADERS_TRUNCATED: 'ECONNRESET',
  ERR_RESPONSE_HEADERS_TOO_BIG: 'HPE_HEADER_OVERFLOW',
}

/** Undefined when the message is none of Chromium's. */
export function readChromiumError(message: string): ChromiumError | undefined {
  const name = /^net::(ERR_[A-Z0-9_]{1,60})$/.exec(message)?.[1]
  if (name === undefined) return undefined
  const early = beforeConnection[name]
  if (early !== undefined) return { name: early, beforeConnection: true }
  // Of a date it does not say which way it is wrong; of the others, only that the certificate was refused.
  if (name.startsWith('ERR_CERT_')) return { name: 'CERT_REJECTED', beforeConnection: true }
  return { name: afterwards[name] ?? name, beforeConnection: false }
}

/** Electron's fetch rejects where others hand over the redirect itself, which is not followed either way. */
export function isRefusedRedirect(message: string): boolean {
  return message === 'Redirect was cancelled'
}
