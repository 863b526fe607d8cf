import { afterEach, describe, expect, it, vi } from 'vitest'
import { silence } from '../../platform/testing/loopback-proxy.ts'
import type { NetworkPolicy } from '../../platform/transport/network-policy.ts'
import { inWords, look, type Surroundings } from './testing/look.ts'
import { createStand } from './testing/stand.ts'

const { certificates, tls, server, proxy, socks, deadPort, refusing, close } = createStand()
afterEach(close)
const lower = 'environment.earlierStepFailed'
const apart = 'environment.notSeparable'

/** A platform of that name behind whatever the system says. */
const named = async (
  system: Surroundings['system'],
  identity: 'named' | 'plain' = 'named',
  change: Partial<NetworkPolicy> = {},
) => {
  const { port, seen } = await server(identity)
  const address = `${identity === 'plain' ? 'http' : 'https'}://platform.test:${port}`
  const policy = { tls, proxy: { mode: 'system' }, approvedPlainOrigin: address, ...change } as const
  const lookup = () => Promise.reject(Object.assign(new Error(), { code: 'EAI_AGAIN' }))
  const rows = await look({ address, policy, lookup, ...(system === undefined ? {} : { system }) })
  return { rows, words: inWords(rows), seen }
}

describe('the proxy', () => {
  it('is named with who has said so, and the rest goes through it', async () => {
    const { port, asked } = await proxy()
    const { rows, words, seen } = await named(`PROXY 127.0.0.1:${port}`)
    expect(words).toEqual([
      'platform-name not-applicable proxy',
      'platform-connection ok proxy',
      'platform-security ok',
      'proxy ok system',
      'platform-service ok',
    ])
    expect(rows[3]?.details).toEqual([{ label: 'proxy', value: `http://127.0.0.1:${port}` }])
    expect(new Set(asked)).toEqual(
      new Set([`CONNECT platform.test:${seen.length === 1 ? asked[0]?.split(':')[1] : ''}`]),
    )
  })

  it('of the settings counts as one of the settings', async () => {
    const { port } = await socks()
    const manual = { mode: 'manual', proxy: { kind: 'socks5', host: '127.0.0.1', port } } as const
    const { words } = await named('PROXY 127.0.0.1:1', 'named', { proxy: manual })
    expect(words.slice(1, 4)).toEqual(['platform-connection ok proxy', 'platform-security ok', 'proxy ok settings'])
  })

  it('gets a request without encryption whole: what is behind it shows in the answer only', async () => {
    const { port } = await proxy()
    const { words } = await named(`PROXY 127.0.0.1:${port}`, 'plain')
    expect(words).toEqual([
      'platform-name not-applicable proxy',
      `platform-connection unknown ${apart}`,
      'platform-security attention environment.plainConnection',
      'proxy ok system',
      'platform-service ok',
    ])
  })

  it.each<[string, () => Promise<string>, string]>([
    ['is not there', async () => `PROXY 127.0.0.1:${await deadPort()}`, 'unreachable'],
    ['wants a log-in', async () => refusing('407 Proxy Authentication Required'), 'auth'],
    ['forbids the address', async () => refusing('403 Forbidden'), 'refused'],
    [
      'speaks something else',
      async () => `PROXY 127.0.0.1:${(await proxy({ answer: 'SSH-2.0\r\n\r\n' })).port}`,
      'protocol',
    ],
    [
      'has a certificate that nobody trusts',
      async () => `HTTPS 127.0.0.1:${(await proxy({ tls: certificates.selfSigned })).port}`,
      'tls',
    ],
    ['is not named in a way that can be used', () => Promise.resolve('QUIC a:1'), 'unresolved'],
  ])('%s: its own row says so, and no other', async (_, system, reason) => {
    const { rows, words, seen } = await named(await system())
    expect(words.slice(1)).toEqual([
      `platform-connection unknown ${lower}`,
      `platform-security unknown ${lower}`,
      `proxy blocked platform.proxy ${reason}`,
      `platform-service unknown ${lower}`,
    ])
    expect([rows[3]?.fix, seen]).toEqual(['open-settings', []])
  })

  it('that cannot reach the platform has done its part', async () => {
    const { words } = await named(await refusing('502 Bad Gateway'))
    expect(words.slice(1)).toEqual([
      'platform-connection blocked platform.proxy gateway',
      `platform-security unknown ${lower}`,
      'proxy ok system',
      `platform-service unknown ${lower}`,
    ])
  })

  it('that is skipped for the next one is said, and the rest goes on', async () => {
    const [dead, { port }] = [await deadPort(), await proxy()]
    const { rows, words } = await named(`PROXY 127.0.0.1:${dead}; PROXY 127.0.0.1:${port}`)
    expect(words.slice(1)).toEqual([
      'platform-connection ok proxy',
      'platform-security ok',
      'proxy attention environment.proxySkipped',
      'platform-service ok',
    ])
    expect(rows[3]?.details).toEqual([{ label: 'proxy', value: `http://127.0.0.1:${dead} (unreachable)` }])
  })

  it('is not known where the system does not answer', async () => {
    const system = () => new Promise<string>(() => undefined)
    const policy = { tls, proxy: { mode: 'system' } } as const
    const words = inWords(
      await look({ address: 'https://platform.test', policy, system, deadline: () => AbortSignal.abort() }),
    )
    expect(words[3]).toBe('proxy blocked platform.proxy unresolved')
  })

  it('that says nothing is given up', async () => {
    const { port, asked } = await proxy({ answer: silence })
    const limit = new AbortController()
    const policy = { tls, proxy: { mode: 'manual', proxy: { kind: 'http', host: '127.0.0.1', port } } } as const
    const looking = look({ address: 'https://platform.test', policy, deadline: () => limit.signal })
    await vi.waitUntil(() => asked.length === 4)
    limit.abort()
    expect(inWords(await looking).slice(1)).toEqual([
      `platform-connection unknown ${lower}`,
      `platform-security unknown ${lower}`,
      'proxy blocked platform.proxy unreachable',
      `platform-service unknown ${lower}`,
    ])
  })
})
