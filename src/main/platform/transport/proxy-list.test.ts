import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ProxyChoice } from './network-policy.ts'
import { parseProxyList } from './proxy-list.ts'

const direct: ProxyChoice = { kind: 'direct' }
const at = (kind: 'http' | 'https' | 'socks4' | 'socks5', host: string, port: number): ProxyChoice => ({
  kind,
  host,
  port,
})

describe('parseProxyList', () => {
  it.each<[string, readonly ProxyChoice[]]>([
    ['DIRECT', [direct]],
    ['direct', [direct]],
    ['PROXY p.corp:8080; SOCKS5 s:1080; DIRECT', [at('http', 'p.corp', 8080), at('socks5', 's', 1080), direct]],
    ['PROXY a:1;PROXY b:2', [at('http', 'a', 1), at('http', 'b', 2)]],
    ['  PROXY\ta:8080 ;; ', [at('http', 'a', 8080)]],
    ['HTTP a', [at('http', 'a', 80)]],
    ['HTTPS a', [at('https', 'a', 443)]],
    ['SOCKS a', [at('socks4', 'a', 1080)]],
    ['SOCKS4 a:9', [at('socks4', 'a', 9)]],
    ['PROXY [::1]:3128', [at('http', '[::1]', 3128)]],
    ['PROXY 10.0.0.1:65535', [at('http', '10.0.0.1', 65535)]],
    // More than a list of proxies is.
    ['PROXY a:1;PROXY b:1;PROXY c:1;PROXY d:1;PROXY e:1', ['a', 'b', 'c', 'd'].map((host) => at('http', host, 1))],
  ])('reads %j', (text, choices) => {
    expect(parseProxyList(text)).toEqual(choices)
  })

  it.each([
    '',
    ';',
    'QUIC a:1',
    'PROXY',
    'PROXY ',
    'PROXY a:0',
    'PROXY a:65536',
    'PROXY a:80800',
    'PROXY a:8o',
    'PROXY a:',
    'PROXY :80',
    'PROXY user@a:80',
    'PROXY user:word@a:80',
    'PROXY http://a:80',
    'PROXY a/b:80',
    'PROXY a b:80',
    'PROXY a:80 b:80',
    'PROXY [::1:80',
    'PROXY ::1:80',
    'PROXY a\\b:80',
    'PROXY a?b:80',
    'PROXY a%0d%0ab:80',
    'PROXY a\r\nHost:80',
    'DIRECT a:80',
    'DIRECTLY',
    'PROXYa:80',
    'toString a:80',
    '__proto__ a:80',
    '<html><body>log in</body></html>',
  ])('makes nothing of %j', (text) => {
    expect(parseProxyList(text)).toEqual([])
  })

  it('reads what is written by the rule, whatever stands around it', () => {
    const host = fc.stringMatching(/^[a-z][a-z0-9-]{0,20}[a-z0-9](\.[a-z]{2,5})?$/)
    const port = fc.integer({ min: 1, max: 65535 })
    const kind = fc.constantFrom<readonly [string, string]>(
      ['PROXY', 'http'],
      ['HTTPS', 'https'],
      ['SOCKS5', 'socks5'],
      ['SOCKS4', 'socks4'],
    )
    fc.assert(
      fc.property(kind, host, port, fc.stringMatching(/^[^;]{0,30}$/), ([word, name], a, b, junk) => {
        fc.pre(parseProxyList(junk).length === 0)
        expect(parseProxyList(`${junk};${word} ${a}:${b};${junk}`)).toEqual([{ kind: name, host: a, port: b }])
      }),
    )
  })

  it('never fails, and gives only what a URL can be made of', () => {
    const words = fc.constantFrom(
      'PROXY',
      'HTTPS',
      'SOCKS',
      'DIRECT',
      ';',
      ' ',
      ':',
      '[',
      ']',
      '@',
      '/',
      '80',
      'a',
      '\n',
    )
    const soup = fc.oneof(
      fc.string(),
      fc.array(fc.oneof(words, fc.string({ maxLength: 3 }))).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(soup, (text) => {
        for (const choice of parseProxyList(text)) {
          if (choice.kind === 'direct') continue
          const url = new URL(`http://${choice.host}:${choice.port}`)
          expect([url.hostname, url.username, url.pathname]).toEqual([choice.host, '', '/'])
        }
      }),
      { numRuns: 500 },
    )
  })
})
