import { afterEach, expect, it } from 'vitest'
import { createElectronNetwork } from '../../../src/main/platform/transport/electron-network.ts'
import { state } from '../state.ts'
import { session } from './session.ts'

afterEach(() => state.switches.splice(0))

// Electron's types promise more than the host has; what is missing throws.
const network = createElectronNetwork((name) => session.fromPartition(name) as never)

it.each([
  ['', 'https://ca.example.cn/api/v1', 'DIRECT'],
  ['--proxy-server=proxy.corp:8080', 'https://ca.example.cn/api/v1', 'PROXY proxy.corp:8080'],
  ['--proxy-server=https://proxy.corp', 'https://ca.example.cn/api/v1', 'HTTPS proxy.corp'],
  ['--proxy-server=socks5://10.0.0.1:1080', 'https://ca.example.cn/api/v1', 'SOCKS5 10.0.0.1:1080'],
  ['--proxy-server=proxy.corp:8080', 'http://127.0.0.1:1/api/v1', 'DIRECT'],
  ['--proxy-server=proxy.corp:8080', 'http://[::1]:1/api/v1', 'DIRECT'],
])('with %j the way to %s is %s', async (argument, url, answer) => {
  if (argument !== '') state.switches.push(argument)
  expect(await network.resolveProxy(url)).toBe(answer)
})

it('offers no network stack of the system that would check nothing', async () => {
  await expect(network.fetch({ pins: [] })('https://ca.example.cn')).rejects.toThrow(
    'not supported in the Chromium host',
  )
})
