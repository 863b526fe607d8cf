/** The one table from network and TLS faults to our codes. Nothing of the library's error goes on: it holds the request. */
import { AxiosError } from 'axios'
import type { ProxyFault, TlsFault } from '../../shared/failure-words.ts'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { isRefusedRedirect, readChromiumError } from './chromium-errors.ts'
import { definedOnly, outcomeUnlessRefused, type PlatformFailure } from './platform-failure.ts'
import { isPassing, proxyFaultOf } from './transport/proxy-error.ts'
import { pinMismatch } from './transport/tls-options.ts'

/** OpenSSL's names for failed checks, as Node reports them. */
const certificateFaults: Readonly<Record<string, TlsFault>> = {
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not-yet-valid',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed',
  SELF_SIGNED_CERT_IN_CHAIN: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT: 'unknown-issuer',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'unknown-issuer',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'unknown-issuer',
  ERR_TLS_CERT_ALTNAME_INVALID: 'host-name',
  HOSTNAME_MISMATCH: 'host-name',
  CERT_REVOKED: 'revoked',
  CERT_CHAIN_TOO_LONG: 'certificate',
  CERT_REJECTED: 'certificate',
  CERT_SIGNATURE_FAILURE: 'certificate',
  CERT_UNTRUSTED: 'certificate',
  ERROR_IN_CERT_NOT_AFTER_FIELD: 'certificate',
  ERROR_IN_CERT_NOT_BEFORE_FIELD: 'certificate',
  INVALID_CA: 'certificate',
  INVALID_PURPOSE: 'certificate',
  PATH_LENGTH_EXCEEDED: 'certificate',
}

interface Fault {
  readonly code: PlatformFailure['code']
  /** True when the request cannot have left this computer. */
  readonly neverSent?: boolean
  readonly mayRepeat?: boolean
  readonly tls?: TlsFault
  readonly proxy?: ProxyFault
}

/** How a request ended that brought no answer. */
export function transportFailure(
  endpoint: Endpoint,
  ended: { readonly thrown: unknown; readonly cancelled: boolean; readonly timedOut: boolean },
): PlatformFailure {
  const seen = describe(ended.thrown)
  const fault = classify(seen, ended)
  return {
    code: fault.code,
    outcome: fault.neverSent === true ? 'not-done' : outcomeUnlessRefused(endpoint),
    mayRepeat: fault.mayRepeat ?? false,
    details: definedOnly({
      tls: fault.tls,
      reason: fault.proxy,
      network: fault.code === 'platform.unreachable' ? seen.name : undefined,
    }),
    cause: new Error(`${endpoint.operationId}: ${seen.name}`),
  }
}

interface Seen {
  /** ECONNRESET, CERT_HAS_EXPIRED, HPE_INVALID_CONSTANT …; UNKNOWN when the error has none. */
  readonly name: string
  readonly beforeConnection: boolean
  readonly tooLarge: boolean
  readonly redirected: boolean
}

function classify(seen: Seen, ended: { readonly cancelled: boolean; readonly timedOut: boolean }): Fault {
  if (ended.cancelled) return { code: 'platform.cancelled' }
  if (ended.timedOut) return { code: 'platform.timeout', mayRepeat: true }
  if (seen.tooLarge) return { code: 'platform.tooLarge' }
  if (seen.redirected) return { code: 'platform.webPage' }
  const proxy = proxyFaultOf(seen.name)
  if (proxy !== undefined) return { code: 'platform.proxy', proxy, neverSent: true, mayRepeat: isPassing(proxy) }
  if (seen.name === pinMismatch) return { code: 'platform.pinMismatch', neverSent: true }
  const tls = certificateFaults[seen.name]
  if (tls !== undefined) return { code: 'platform.tls', tls, neverSent: true }
  if (seen.name === 'EPROTO' || seen.name.startsWith('ERR_SSL_')) return { code: 'platform.tls', tls: 'protocol' }
  // What came is not HTTP, or not packed as it says.
  if (/^(?:HPE|Z)_/.test(seen.name)) return { code: 'platform.offContract' }
  if (seen.name.startsWith('ERR_INVALID_') || seen.name === 'ERR_BAD_REQUEST')
    return { code: 'internal', neverSent: true }
  return { code: 'platform.unreachable', neverSent: seen.beforeConnection, mayRepeat: true }
}

function describe(thrown: unknown): Seen {
  const root = rootOf(thrown)
  const message = root instanceof Error ? root.message : ''
  const chromium = readChromiumError(message)
  return {
    name: chromium?.name ?? nameOf(root),
    beforeConnection: chromium?.beforeConnection ?? failedToConnect(root),
    tooLarge: thrown instanceof AxiosError && thrown.message.startsWith('maxContentLength'),
    redirected: isRefusedRedirect(message),
  }
}

/** Libraries wrap: the innermost error is the one of the network. */
function rootOf(thrown: unknown): unknown {
  let root = thrown
  for (let depth = 0; depth < 5 && root instanceof Error && root.cause instanceof Error; depth += 1) root = root.cause
  return root
}

function nameOf(root: unknown): string {
  const name = property(root, 'code')
  if (typeof name === 'string' && /^[A-Z][A-Z0-9_]{1,60}$/.test(name)) return name
  // The parser of Node's fetch names its errors only here.
  return root instanceof Error && root.name === 'HTTPParserError' ? 'HPE_UNKNOWN' : 'UNKNOWN'
}

/** DNS and TCP connect: the request was still here. With several addresses, each of them must have failed so. */
function failedToConnect(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(failedToConnect)
  const syscall = property(error, 'syscall')
  return syscall === 'connect' || syscall === 'getaddrinfo'
}

function property(value: unknown, name: string): unknown {
  return value instanceof Error ? Reflect.get(value, name) : undefined
}
