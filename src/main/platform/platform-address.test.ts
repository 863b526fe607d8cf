import { describe, expect, it } from 'vitest'
import { AppError } from '../app-error.ts'
import { parsePlatformAddress } from './platform-address.ts'

function refusal(text: string): unknown {
  try {
    return `accepted as ${parsePlatformAddress(text)}`
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
