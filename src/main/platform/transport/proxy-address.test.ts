import { expect, it } from 'vitest'
import { AppError } from '../../app-error.ts'
import { parseProxyAddress } from './proxy-address.ts'

it.each([
  ['proxy.corp:8080', { kind: 'http', host: 'proxy.corp', port: 8080 }],
  [' Proxy.Corp ', { kind: 'http', host: 'proxy.corp', port: 80 }],
  ['http://proxy.corp:80/', { kind: 'http', host: 'proxy.corp', port: 80 }],
  ['https://proxy.corp', { kind: 'https', host: 'proxy.corp', port: 443 }],
  ['HTTPS://proxy.corp:80', { kind: 'https', host: 'proxy.corp', port: 80 }],
  ['socks5://10.0.0.1', { kind: 'socks5', host: '10.0.0.1', port: 1080 }],
  ['socks4://[::1]:1081', { kind: 'socks4', host: '[::1]', port: 1081 }],
])('takes %j', (text, proxy) => {
  expect(parseProxyAddress(text)).toEqual(proxy)
})

it.each([
  ['', 'empty'],
  ['ftp://proxy.corp', 'scheme'],
  ['toString://proxy.corp', 'scheme'],
  ['user:word@proxy.corp:8080', 'credentials'],
  ['http://user@proxy.corp', 'credentials'],
  ['proxy.corp:99999', 'malformed'],
  ['proxy.corp:0', 'malformed'],
  ['proxy.corp/path', 'malformed'],
  ['proxy.corp?a', 'malformed'],
  ['proxy corp', 'malformed'],
  ['http://', 'malformed'],
  ['proxy.corp:80\r\nx: y', 'malformed'],
])('refuses %j: %s', (text, reason) => {
  let thrown: unknown
  try {
    parseProxyAddress(text)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toEqual(new AppError('settings.proxyInvalid', { details: { reason } }))
  expect((thrown as AppError).failure).toEqual({ code: 'settings.proxyInvalid', details: { reason } })
})
