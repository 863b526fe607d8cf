import type { Proxy, ProxyChoice } from './network-policy.ts'

const kinds: Readonly<Record<string, Proxy['kind']>> = {
  PROXY: 'http',
  HTTP: 'http',
  HTTPS: 'https',
  SOCKS: 'socks4',
  SOCKS4: 'socks4',
  SOCKS5: 'socks5',
}
export const usualPorts: Readonly<Record<Proxy['kind'], number>> = { http: 80, https: 443, socks4: 1080, socks5: 1080 }

/** More would be no list of proxies any more, and each costs its time. */
const mostEntries = 4

/**
 * What a PAC script, or Electron's session.resolveProxy, answers: `PROXY a:8080; SOCKS5 b:1080; DIRECT`. An entry that
 * is not exactly of this form is skipped, never guessed. May be empty.
 */
export function parseProxyList(text: string): readonly ProxyChoice[] {
  return text
    .split(';')
    .flatMap((entry) => parseEntry(entry.trim()) ?? [])
    .slice(0, mostEntries)
}

function parseEntry(entry: string): ProxyChoice | undefined {
  if (/^DIRECT$/i.test(entry)) return { kind: 'direct' }
  const [, word = '', host = '', digits] =
    /^([a-z0-9]+)[ \t]+(\[[0-9a-f:.]+\]|[^\s:/@?#\\[\]]+)(?::(\d{1,5}))?$/i.exec(entry) ?? []
  const kind = kinds[word.toUpperCase()]
  return kind === undefined ? undefined : proxyAt(kind, host, digits)
}

/** A proxy, if a URL can be made of these parts that says just that. */
function proxyAt(kind: Proxy['kind'], host: string, digits: string | undefined): Proxy | undefined {
  const port = digits === undefined ? usualPorts[kind] : Number(digits)
  const url = URL.parse(`http://${host}:${port}`)
  if (url === null || port === 0 || url.hostname === '') return undefined
  return { kind, host: url.hostname, port }
}
