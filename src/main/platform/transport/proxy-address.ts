import type { ProxyAddressFault } from '../../../shared/failure-words.ts'
import { AppError } from '../../app-error.ts'
import type { Proxy } from './network-policy.ts'
import { usualPorts } from './proxy-list.ts'

const schemes: Readonly<Record<string, Proxy['kind']>> = {
  'http:': 'http',
  'https:': 'https',
  'socks4:': 'socks4',
  'socks5:': 'socks5',
}

/**
 * A proxy that the user has typed: `host:port`, or with http, https, socks4 or socks5 in front. Code
 * settings.proxyInvalid with details.reason (ProxyAddressFault).
 */
export function parseProxyAddress(text: string): Proxy {
  const trimmed = text.trim()
  if (trimmed === '') throw invalid('empty')
  if (/[\s\\\p{Cc}]/u.test(trimmed)) throw invalid('malformed')
  const [, scheme = 'http:', rest = ''] = /^(?:([a-z0-9+.-]+:)\/\/)?(.*)$/i.exec(trimmed) ?? []
  const kind = schemes[scheme.toLowerCase()]
  if (kind === undefined) throw invalid('scheme')
  // A password would lie in the settings file; where a proxy wants one, the system's network is the way.
  if (rest.includes('@')) throw invalid('credentials')
  // Schemes that the URL parser does not know keep a host as it was typed; as http it is checked and made canonical.
  const url = URL.parse(`http://${rest}`)
  if (url?.pathname !== '/' || rest.includes('?') || rest.includes('#')) throw invalid('malformed')
  const port = portOf(rest.replace(/\/$/, '')) ?? usualPorts[kind]
  if (port === 0) throw invalid('malformed')
  return { kind, host: url.hostname, port }
}

/** The port as typed: the URL parser drops the one that is usual for http. */
function portOf(authority: string): number | undefined {
  const digits = /:(\d+)$/.exec(authority)?.[1]
  return digits === undefined ? undefined : Number(digits)
}

function invalid(reason: ProxyAddressFault): AppError {
  return new AppError('settings.proxyInvalid', { details: { reason } })
}
