import type { ProxyFault } from '../../../shared/failure-words.ts'

/**
 * A connection that ended at the proxy: nothing of it is the platform's doing, and nothing was sent to it. It has no
 * `cause`: what went wrong between here and the proxy must not be taken for the platform's.
 */
export function proxyError(reason: ProxyFault, seen: string): Error {
  return Object.assign(new Error(`proxy: ${seen}`.slice(0, 120)), { code: codes[reason] })
}

const codes: Readonly<Record<ProxyFault, string>> = {
  unreachable: 'PROXY_UNREACHABLE',
  auth: 'PROXY_AUTH',
  refused: 'PROXY_REFUSED',
  gateway: 'PROXY_GATEWAY',
  tls: 'PROXY_TLS',
  protocol: 'PROXY_PROTOCOL',
  unresolved: 'PROXY_UNRESOLVED',
}

const reasons = new Map(Object.entries(codes).map(([reason, code]) => [code, reason as ProxyFault])) // entries widens

/** What a proxy did, by the code of its error. */
export function proxyFaultOf(code: string): ProxyFault | undefined {
  return reasons.get(code)
}

/** Another attempt may end otherwise where the proxy, or what is behind it, was only not there. */
export function isPassing(reason: ProxyFault): boolean {
  return reason === 'unreachable' || reason === 'gateway'
}

/** The answer to CONNECT, other than 200 (RFC 9110, 9.3.6). */
export function refusedTunnel(status: number): Error {
  const reason = status === 407 ? 'auth' : status >= 500 ? 'gateway' : status >= 400 ? 'refused' : 'protocol'
  return proxyError(reason, `CONNECT ${status}`)
}

/** What the proxy's own connection failed by; the SOCKS library has only words for it. */
export function failedAtProxy(thrown: unknown): Error {
  const code: unknown = thrown instanceof Error ? Reflect.get(thrown, 'code') : undefined
  const seen = typeof code === 'string' ? code : thrown instanceof Error ? thrown.message : 'unknown'
  return proxyError(reasonOf(seen), seen)
}

const words: readonly (readonly [ProxyFault, RegExp])[] = [
  ['gateway', /rejected connection - (?:HostUnreachable|NetworkUnreachable|ConnectionRefused|TTLExpired|Failure)/],
  ['auth', /Authentication failed|no accepted authentication type|unknown authentication type/],
  ['refused', /rejected connection/i],
  ['unreachable', /ECONN|EHOST|ENET|EPIPE|ETIMEDOUT|ENOTFOUND|EAI_|ABORT_ERR|timed out|ended before|Socket closed/],
  ['tls', /CERT|SSL|ALTNAME|EPROTO/],
]

function reasonOf(seen: string): ProxyFault {
  return words.find(([, pattern]) => pattern.test(seen))?.[0] ?? 'protocol'
}
