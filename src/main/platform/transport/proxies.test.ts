import { afterEach, describe, expect, it, vi } from 'vitest'
import { createPlatform, type PlatformConnection } from '../platform.ts'
import { drops, html, obliging, sends } from '../testing/behaviours.ts'
import { failureOf } from '../testing/loopback-platform.ts'
import { silence, startHttpProxy, startSocksProxy, type LoopbackProxy } from '../testing/loopback-proxy.ts'
import { startLoopbackServer, type Behaviour, type LoopbackServer } from '../testing/loopback-server.ts'
import { makeTlsCertificates } from '../testing/tls-certificates.ts'
import { sessionSample } from '../testing/wire-samples.ts'
import { directPolicy, type NetworkPolicy } from './network-policy.ts'
import { longestConnectMs } from './until-connected.ts'

const certificates = makeTlsCertificates()
const root = { certificateAuthorities: [certificates.root], pins: [] }

let server: LoopbackServer | undefined
let proxies: LoopbackProxy[] = []
afterEach(async () => {
  vi.useRealTimers()
  vi.unstubAllEnvs()
  await server?.close()
  await Promise.all(proxies.map((proxy) => proxy.close()))
  server = undefined
  proxies = []
})

async function http(options?: Parameters<typeof startHttpProxy>[0]): Promise<LoopbackProxy> {
  const proxy = await startHttpProxy(options)
  proxies.push(proxy)
  return proxy
}

interface Asked {
  /** What the system answers; a function may fail. */
  readonly system?: string | (() => Promise<string>)
  readonly policy?: Partial<NetworkPolicy>
  readonly scheme?: 'http' | 'https'
  readonly deadline?: () => AbortSignal
  readonly behaviours?: readonly Behaviour[]
}

async function platform(asked: Asked): Promise<PlatformConnection> {
  const { system = 'DIRECT', policy, scheme = 'https', deadline, behaviours = [obliging] } = asked
  server = await startLoopbackServer(behaviours, scheme === 'https' ? { tls: certificates.named } : {})
  const origin = `${scheme}://platform.test:${server.port}`
  const current = {
    ...directPolicy,
    tls: root,
    proxy: { mode: 'system' },
    approvedPlainOrigin: origin,
    ...policy,
  } as const
  return createPlatform({
    baseUrl: () => origin,
    userAgent: 'test',
    policy: () => current,
    system: {
      resolveProxy: typeof system === 'string' ? () => Promise.resolve(system) : system,
      fetch: () => () => Promise.reject(new Error('not asked for')),
    },
    sleep: () => Promise.resolve(),
    ...(deadline === undefined ? {} : { deadline }),
  })
}

/** A port that nobody listens on. */
async function deadPort(): Promise<number> {
  const { port, close } = await startHttpProxy()
  await close()
  return port
}

describe('what a proxy refuses is not the platform’s doing', () => {
  it.each<[string, string, string]>([
    ['wants a log-in', 'HTTP/1.1 407 Proxy Authentication Required\r\n\r\n', 'auth'],
    ['forbids the address', 'HTTP/1.1 403 Forbidden\r\ncontent-type: text/html\r\n\r\n<p>blocked', 'refused'],
    ['cannot reach it', 'HTTP/1.1 502 Bad Gateway\r\n\r\n', 'gateway'],
    ['finds it too slow', 'HTTP/1.1 504 Gateway Timeout\r\n\r\n', 'gateway'],
    ['sends elsewhere', 'HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\n\r\n', 'protocol'],
    ['pretends to be the platform', `HTTP/1.1 201 Created\r\n\r\n${JSON.stringify(sessionSample)}`, 'protocol'],
    ['speaks something else', 'SSH-2.0-OpenSSH_9.2\r\n\r\n', 'protocol'],
    ['hangs up', 'HTTP/1.1 200', 'unreachable'],
  ])('%s', async (_, answer, reason) => {
    const { port } = await http({ answer })
    const connection = await platform({ system: `PROXY 127.0.0.1:${port}` })
    const details = { outcome: 'not-done', reason }
    const failure = await failureOf(connection.session.login('wang', 'secret'))
    expect(failure).toEqual({ code: 'platform.proxy', details })
    expect(server?.seen).toEqual([])
  })

  it.each<[number, string]>([
    [1, 'gateway'],
    [2, 'refused'],
    [4, 'gateway'],
    [5, 'gateway'],
  ])('SOCKS 5 reply %i', async (reply, reason) => {
    const proxy = await startSocksProxy(reply)
    proxies.push(proxy)
    const connection = await platform({ system: `SOCKS5 127.0.0.1:${proxy.port}` })
    expect(await failureOf(connection.service())).toMatchObject({ code: 'platform.proxy', details: { reason } })
    expect(proxy.asked[0]).toMatch(/^CONNECT platform\.test:/)
  })

  it.each(['PROXY', 'HTTPS', 'SOCKS4', 'SOCKS5'])('%s: nobody is there', async (word) => {
    const connection = await platform({ system: `${word} 127.0.0.1:${await deadPort()}` })
    expect(await failureOf(connection.session.login('wang', 'secret'))).toEqual({
      code: 'platform.proxy',
      details: { outcome: 'not-done', reason: 'unreachable' },
    })
  })

  it('has a certificate of its own that nobody trusts', async () => {
    const { port } = await http({ tls: certificates.selfSigned })
    const connection = await platform({ system: `HTTPS 127.0.0.1:${port}` })
    expect(await failureOf(connection.service())).toMatchObject({ code: 'platform.proxy', details: { reason: 'tls' } })
  })

  it('says nothing, and is given up with the request', async () => {
    const proxy = await http({ answer: silence })
    const deadline = new AbortController()
    const connection = await platform({ system: `PROXY 127.0.0.1:${proxy.port}`, deadline: () => deadline.signal })
    const failure = failureOf(connection.session.login('wang', 'secret'))
    await vi.waitUntil(() => proxy.asked.length === 1)
    deadline.abort()
    expect(await failure).toMatchObject({ code: 'platform.timeout' })
    await proxy.abandoned
  })

  it('asks for a log-in when it is asked for a whole URL', async () => {
    server = await startLoopbackServer([sends(407, '')])
    const baseUrl = 'http://platform.test'
    const proxy = { kind: 'http', host: '127.0.0.1', port: server.port } as const
    const policy = { ...directPolicy, approvedPlainOrigin: baseUrl, proxy: { mode: 'manual', proxy } } as const
    const connection = createPlatform({ baseUrl: () => baseUrl, userAgent: 'test', policy: () => policy })
    const details = { outcome: 'unknown', status: 407, reason: 'auth' }
    expect(await failureOf(connection.session.login('wang', 'secret'))).toEqual({ code: 'platform.proxy', details })
  })
})

describe('the way that is taken', () => {
  it('is the first that can be used', async () => {
    const [first, second] = [await http(), await http()]
    const system = `QUIC 127.0.0.1:1; PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}; DIRECT`
    await (await platform({ system })).session.login('wang', 'secret')
    expect([first.asked, second.asked]).toEqual([[`CONNECT platform.test:${server?.port ?? 0}`], []])
  })

  it.each<[string, () => Promise<string>]>([
    ['is not there', async () => `PROXY 127.0.0.1:${await deadPort()}`],
    ['refuses', async () => `PROXY 127.0.0.1:${(await http({ answer: 'HTTP/1.1 403 No\r\n\r\n' })).port}`],
  ])('is the next, where the first %s', async (_, first) => {
    const second = await http()
    const system = `${await first()}; PROXY 127.0.0.1:${second.port}`
    await (await platform({ system })).session.login('wang', 'secret')
    expect(server?.seen.length).toBe(1)
  })

  it('is the next, where the first takes the connection and says nothing', async () => {
    const [first, second] = [await http({ answer: silence }), await http()]
    const system = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}`
    const connection = await platform({ system })
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const login = connection.session.login('wang', 'secret')
    while (first.asked.length === 0) await new Promise(setImmediate)
    vi.advanceTimersByTime(longestConnectMs)
    await login
    await first.abandoned
  })

  it('tells the first fault when no way is left', async () => {
    const { port } = await http({ answer: 'HTTP/1.1 407 No\r\n\r\n' })
    const connection = await platform({ system: `PROXY 127.0.0.1:${port}; SOCKS 127.0.0.1:${await deadPort()}` })
    expect(await failureOf(connection.service())).toMatchObject({ details: { reason: 'auth' } })
  })

  it('is not left for another one once the request may have been sent', async () => {
    const [first, second] = [await http(), await http()]
    const system = `PROXY 127.0.0.1:${first.port}; PROXY 127.0.0.1:${second.port}`
    const connection = await platform({ system, behaviours: [drops] })
    const failure = await failureOf(connection.session.login('wang', 'secret'))
    expect(failure).toMatchObject({ code: 'platform.unreachable', details: { outcome: 'unknown' } })
    expect(second.asked).toEqual([])
  })

  it.each<[string, string | (() => Promise<string>)]>([
    ['nothing', ''],
    ['nothing that is understood', 'QUIC a:1; PROXY user:word@b:1'],
    ['no answer', () => Promise.reject(new Error('no such script'))],
  ])('is none where the system gives %s: going directly would be a guess', async (_, system) => {
    const connection = await platform({ system })
    expect(await failureOf(connection.session.login('wang', 'secret'))).toEqual({
      code: 'platform.proxy',
      details: { outcome: 'not-done', reason: 'unresolved' },
    })
  })

  it('is not waited for longer than the answer would be', async () => {
    const deadline = AbortSignal.abort()
    const connection = await platform({ system: () => new Promise(() => undefined), deadline: () => deadline })
    expect(await failureOf(connection.session.login('wang', 'secret'))).toEqual({
      code: 'platform.timeout',
      details: { outcome: 'not-done' },
    })
  })

  it('is the one that was set by hand, whatever the system says', async () => {
    const manual = await http()
    const proxy = { mode: 'manual', proxy: { kind: 'http', host: '127.0.0.1', port: manual.port } } as const
    await (await platform({ system: 'PROXY 127.0.0.1:1', policy: { proxy } })).service()
    expect(manual.asked.length).toBe(1)
  })

  it('carries a platform without encryption as well', async () => {
    const proxy = await http()
    await (await platform({ system: `PROXY 127.0.0.1:${proxy.port}`, scheme: 'http' })).service()
    expect(proxy.asked).toEqual([`GET http://platform.test:${server?.port ?? 0}/api/v1/service`])
  })

  it('is never one of the environment', async () => {
    const environment = await http()
    for (const name of ['HTTP_PROXY', 'HTTPS_PROXY', 'http_proxy', 'https_proxy', 'ALL_PROXY', 'all_proxy']) {
      vi.stubEnv(name, `http://127.0.0.1:${environment.port}`)
    }
    server = await startLoopbackServer([html(200)])
    const { address } = server
    await failureOf(createPlatform({ baseUrl: () => address, userAgent: 'test' }).service())
    expect([environment.asked, server.seen.length]).toEqual([[], 1])
  })
})
