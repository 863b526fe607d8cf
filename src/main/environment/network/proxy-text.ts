import type { Proxy, ProxyChoice } from '../../platform/transport/network-policy.ts'
import type { Target } from './target.ts'

/** `socks5://proxy:1080`; a proxy is kept without a log-in, so there is none to leave out. */
export function proxyText({ kind, host, port }: Proxy): string {
  return `${kind}://${host}:${port}`
}

/** Does a proxy get the request itself, so that it alone connects to the platform? */
export function isForwarded({ isSecure }: Target, { kind }: ProxyChoice): boolean {
  return !isSecure && (kind === 'http' || kind === 'https')
}
