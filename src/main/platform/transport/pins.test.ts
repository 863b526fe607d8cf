import { X509Certificate } from 'node:crypto'
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createPlatform, type PlatformConnection } from '../platform.ts'
import { obliging } from '../testing/behaviours.ts'
import { failureOf } from '../testing/loopback-platform.ts'
import { startHttpProxy, startSocksProxy, type LoopbackProxy } from '../testing/loopback-proxy.ts'
import { startLoopbackServer, type LoopbackServer } from '../testing/loopback-server.ts'
import { makeTlsCertificates, type TlsCertificates } from '../testing/tls-certificates.ts'
import { directPolicy, type ProxySetting, type TlsPolicy } from './network-policy.ts'
import { pinOf } from './spki-pins.ts'

type Way = 'directly' | 'through an http proxy' | 'through an https proxy' | 'through SOCKS 5'
const ways: readonly Way[] = ['directly', 'through an http proxy', 'through an https proxy', 'through SOCKS 5']
const proxied = ways.slice(1)

let certificates: TlsCertificates
let pins: { readonly leaf: string; readonly named: string; readonly root: string; readonly other: string }
beforeAll(() => {
  certificates = makeTlsCertificates()
  const pin = (pem: string): string => pinOf(new X509Certificate(pem))
  const { good, named, root, otherRoot } = certificates
  pins = { leaf: pin(good.cert), named: pin(named.cert), root: pin(root), other: pin(otherRoot) }
}, 60_000)

let server: LoopbackServer | undefined
let proxy: LoopbackProxy | undefined
afterEach(async () => {
  await server?.close()
  await proxy?.close()
  server = undefined
  proxy = undefined
})

type Shown = 'good' | 'named' | 'impostor' | 'forgedChain' | 'otherHost'

async function settingFor(way: Way): Promise<ProxySetting> {
  if (way === 'directly') return { mode: 'none' }
  const isSocks = way === 'through SOCKS 5'
  const tls = way === 'through an https proxy' ? { tls: certificates.good } : {}
  proxy = isSocks ? await startSocksProxy() : await startHttpProxy(tls)
  const kind = isSocks ? 'socks5' : way === 'through an https proxy' ? 'https' : 'http'
  return { mode: 'manual', proxy: { kind, host: proxy.host, port: proxy.port } }
}

/** A platform that shows this certificate, at an address that no proxy is passed by for. */
async function platform(way: Way, shown: Shown, tls: TlsPolicy, host?: string): Promise<PlatformConnection> {
  server = await startLoopbackServer([obliging], { tls: certificates[shown] })
  const setting = await settingFor(way)
  const at = host ?? (way === 'directly' ? '127.0.0.1' : 'platform.test')
  const baseUrl = `https://${at}:${server.port}`
  const policy = () => ({
    ...directPolicy,
    tls: { certificateAuthorities: [certificates.root], ...tls },
    proxy: setting,
  })
  return createPlatform({
    baseUrl: () => baseUrl,
    userAgent: 'test',
    policy,
    sleep: () => Promise.resolve(),
  })
}

const shownOn = (way: Way): Shown => (way === 'directly' ? 'good' : 'named')
const refused = { code: 'platform.pinMismatch', details: { outcome: 'not-done' } }

describe.each(ways)('%s', (way) => {
  it.each(['leaf', 'root'] as const)(
    'takes a platform whose %s is pinned, on a kept connection and on a new one',
    async (pinned) => {
      const leaf = way === 'directly' ? pins.leaf : pins.named
      const connection = await platform(way, shownOn(way), { pins: [pinned === 'leaf' ? leaf : pins.root] })
      await connection.service()
      await connection.session.login('wang', 'secret')
      expect(server?.seen.map(({ url }) => url)).toEqual(['/api/v1/service', '/api/v1/sessions'])
      if (proxy !== undefined)
        expect(new Set(proxy.asked)).toEqual(new Set([`CONNECT platform.test:${server?.port ?? 0}`]))
    },
  )

  it('asks a kept connection nothing more once the pins are others', async () => {
    const policy = { certificateAuthorities: [certificates.root], pins: [pins.root] }
    const connection = await platform(way, shownOn(way), policy)
    await connection.service()
    policy.pins = [pins.other]
    expect(await failureOf(connection.service())).toEqual(refused)
    expect(server?.seen.length).toBe(1)
  })

  it('sends nothing to a platform with another key', async () => {
    const connection = await platform(way, shownOn(way), { pins: [pins.other] })
    // Kept connections, and new ones for what is sent only once.
    expect(await failureOf(connection.service())).toEqual(refused)
    expect(await failureOf(connection.session.login('wang', 'secret'))).toEqual(refused)
    expect(server?.seen).toEqual([])
  })
})

describe.each(proxied)('%s', (way) => {
  it('is not taken in by a pinned key in a made-up certificate', async () => {
    const connection = await platform(way, 'forgedChain', { pins: [pins.other] })
    expect(await failureOf(connection.service())).toEqual(refused)
    expect(server?.seen).toEqual([])
  })

  it('takes a certificate that is for this address, though it has no name', async () => {
    await (await platform(way, 'named', { pins: [] }, '192.0.2.1')).session.login('wang', 'secret')
    expect(server?.seen.length).toBe(1)
  })

  it('refuses another authority of the same name', async () => {
    const connection = await platform(way, 'impostor', { pins: [] })
    const failure = await failureOf(connection.session.login('wang', 'secret'))
    expect(failure).toMatchObject({ code: 'platform.tls', details: { outcome: 'not-done', tls: 'unknown-issuer' } })
    expect(server?.seen).toEqual([])
  })

  it.each<[string, Shown]>([
    ['other.test', 'named'],
    // Without its name the connection would be checked for the proxy's, or for localhost.
    ['192.0.2.2', 'good'],
    ['192.0.2.2', 'otherHost'],
    ['192.0.2.2', 'named'],
  ])('refuses a certificate that is not for %s', async (host, shown) => {
    const connection = await platform(way, shown, { pins: [] }, host)
    const failure = await failureOf(connection.session.login('wang', 'secret'))
    expect(failure).toEqual({ code: 'platform.tls', details: { outcome: 'not-done', tls: 'host-name' } })
    expect(server?.seen).toEqual([])
  })
})

describe.each(['through an http proxy', 'through SOCKS 5'] as const)('%s', (way) => {
  it.each([
    ['where none is set', () => undefined],
    ['where another is set', () => [certificates.otherRoot]],
  ])('does not trust a root of one’s own %s', async (_, authorities) => {
    const connection = await platform(way, 'named', { certificateAuthorities: authorities(), pins: [] })
    const details = { outcome: 'not-done', tls: 'unknown-issuer' }
    expect(await failureOf(connection.service())).toEqual({ code: 'platform.tls', details })
    expect(server?.seen).toEqual([])
  })
})
