import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { parsePlatformAddress, plainOriginOf } from './platform-address.ts'

function refusal(text: string, approved?: string): unknown {
  try {
    return `accepted as ${parsePlatformAddress(text, approved)}`
  } catch (error) {
    return error instanceof AppError ? error.failure : error
  }
}

describe('parsePlatformAddress', () => {
  it.each([
    ['https://ca.example.cn', 'https://ca.example.cn/api/v1'],
    ['  https://ca.example.cn/  ', 'https://ca.example.cn/api/v1'],
    ['https://ca.example.cn/api/v1', 'https://ca.example.cn/api/v1'],
    ['https://ca.example.cn/api/v1/', 'https://ca.example.cn/api/v1'],
    ['https://CA.example.cn:443/online//', 'https://ca.example.cn/online/api/v1'],
    ['https://ca.example.cn:8443/online/api/v1', 'https://ca.example.cn:8443/online/api/v1'],
    ['https://10.1.2.3', 'https://10.1.2.3/api/v1'],
    ['https://证书.example.cn', 'https://xn--1jqs90m.example.cn/api/v1'],
    ['http://127.0.0.1:3000', 'http://127.0.0.1:3000/api/v1'],
    ['http://127.8.9.1', 'http://127.8.9.1/api/v1'],
    ['http://localhost:8080/x', 'http://localhost:8080/x/api/v1'],
    ['http://[::1]:8080', 'http://[::1]:8080/api/v1'],
  ])('takes %s as %s', (given, base) => {
    expect(parsePlatformAddress(given)).toBe(base)
  })

  it('gives the same for what it has given before', () => {
    const base = parsePlatformAddress('https://ca.example.cn/online')
    expect(parsePlatformAddress(base)).toBe(base)
  })

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['ca.example.cn', 'malformed'],
    ['https://', 'malformed'],
    ['https://ca.exa mple.cn', 'malformed'],
    ['https://ca.example.cn\n/x', 'malformed'],
    ['https:\\\\ca.example.cn', 'malformed'],
    ['ftp://ca.example.cn', 'scheme'],
    ['file:///etc/passwd', 'scheme'],
    ['javascript:alert(1)', 'scheme'],
    ['http://ca.example.cn', 'plain-http'],
    ['http://10.0.0.1', 'plain-http'],
    ['http://0.0.0.0', 'plain-http'],
    ['http://[::ffff:127.0.0.1]', 'plain-http'],
    ['http://127.0.0.1.example.cn', 'plain-http'],
    ['http://localhost.example.cn', 'plain-http'],
    ['https://user@ca.example.cn', 'credentials'],
    ['https://user:word@ca.example.cn', 'credentials'],
    ['https://@ca.example.cn', 'credentials'],
    ['https://ca.example.cn/?a=1', 'query'],
    ['https://ca.example.cn/?', 'query'],
    ['https://ca.example.cn/#a', 'fragment'],
    ['https://ca.example.cn/#', 'fragment'],
    ['https://ca.example.cn/api/v2', 'api-version'],
  ])('refuses %j: %s', (given, reason) => {
    expect(refusal(given)).toEqual({ code: 'platform.addressInvalid', details: { reason } })
  })
})

describe('an origin that may be spoken to without encryption', () => {
  const approved = 'http://10.0.0.1:8083'

  it.each(['http://10.0.0.1:8083', 'http://10.0.0.1:8083/online/', ' http://10.0.0.1:8083/api/v1 '])(
    'is taken as approved: %s',
    (address) => {
      expect(parsePlatformAddress(address, approved)).toMatch(/^http:\/\/10\.0\.0\.1:8083\/(?:online\/)?api\/v1$/)
    },
  )

  it.each([
    'http://10.0.0.1',
    'http://10.0.0.1:8084',
    'http://10.0.0.10:8083',
    'http://10.0.0.1.example.cn:8083',
    'http://ca.example.cn:8083',
    'http://[::ffff:10.0.0.1]:8083',
  ])('is no other one: %s', (address) => {
    expect(refusal(address, approved)).toEqual({ code: 'platform.addressInvalid', details: { reason: 'plain-http' } })
  })

  it('does not make other addresses worse or better', () => {
    expect(parsePlatformAddress('https://10.0.0.1:8083', approved)).toBe('https://10.0.0.1:8083/api/v1')
    expect(refusal('http://user@10.0.0.1:8083', approved)).toMatchObject({ details: { reason: 'credentials' } })
    expect(refusal('ftp://10.0.0.1:8083', approved)).toMatchObject({ details: { reason: 'scheme' } })
  })

  it('is named exactly', () => {
    expect(
      ['http://CA.example.cn:80/x', 'https://ca.example.cn', 'http://127.0.0.1:1', 'x'].map(plainOriginOf),
    ).toEqual(['http://ca.example.cn', undefined, undefined, undefined])
  })

  it('is the only way for anything to be sent in the clear', () => {
    const host = fc.oneof(
      fc.domain(),
      fc.ipV4(),
      fc.ipV6().map((ip) => `[${ip}]`),
    )
    const address = fc.oneof(
      fc.webUrl(),
      fc.tuple(fc.constantFrom('http', 'https', 'HTTP'), host, fc.nat(65_535)).map(([a, b, c]) => `${a}://${b}:${c}/`),
      fc.string(),
    )
    fc.assert(
      fc.property(address, fc.option(host, { nil: undefined }), (text, other) => {
        const origin = other === undefined ? undefined : `http://${other}`
        const taken = refusal(text, origin)
        if (typeof taken !== 'string') return
        const { protocol, hostname, origin: base } = new URL(taken.replace('accepted as ', ''))
        const isHere = hostname === 'localhost' || hostname === '[::1]' || hostname.startsWith('127.')
        expect(protocol === 'https:' || isHere || base === origin).toBe(true)
        expect(base).toBe(new URL(text.trim()).origin)
      }),
      { numRuns: 500 },
    )
  })
})
