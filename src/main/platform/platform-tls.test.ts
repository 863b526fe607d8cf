import tls from 'node:tls'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPlatform, type PlatformConnection } from './platform.ts'
import { answers, sends } from './testing/behaviours.ts'
import { failureOf } from './testing/loopback-platform.ts'
import { startLoopbackServer, type LoopbackServer } from './testing/loopback-server.ts'
import { directPolicy } from './transport/network-policy.ts'
import { makeTlsCertificates, type TlsCertificates } from './testing/tls-certificates.ts'
import { serviceSample, sessionSample } from './testing/wire-samples.ts'

type Name = 'clientOnly' | 'expired' | 'notYetValid' | 'otherHost' | 'selfSigned'

let certificates: TlsCertificates
beforeAll(() => {
  certificates = makeTlsCertificates()
}, 60_000)

let server: LoopbackServer | undefined
afterEach(async () => {
  vi.unstubAllEnvs()
  await server?.close()
  server = undefined
})

const pauses: number[] = []
function connect(address: string, trusted?: readonly string[]): PlatformConnection {
  pauses.length = 0
  return createPlatform({
    baseUrl: () => address,
    userAgent: 'test',
    sleep: (ms) => {
      pauses.push(ms)
      return Promise.resolve()
    },
    policy: () => ({ ...directPolicy, tls: { certificateAuthorities: trusted, pins: [] } }),
  })
}

describe('over TLS', () => {
  it('a trusted certificate is taken', async () => {
    server = await startLoopbackServer([answers(200, serviceSample)], { tls: certificates.good })
    expect(await connect(server.address, [certificates.root]).service()).toMatchObject({ name: serviceSample.name })
  })

  it.each<[Name, string]>([
    ['expired', 'expired'],
    ['notYetValid', 'not-yet-valid'],
    ['otherHost', 'host-name'],
    ['selfSigned', 'self-signed'],
    ['clientOnly', 'certificate'],
  ])('a certificate that is wrong (%s) stops the call before anything is sent', async (name, tls) => {
    server = await startLoopbackServer([answers(200, serviceSample)], { tls: certificates[name] })
    const failure = await failureOf(connect(server.address, [certificates.root]).session.login('wang', 'secret'))
    expect(failure).toEqual({ code: 'platform.tls', details: { outcome: 'not-done', tls } })
    expect([server.seen, pauses]).toEqual([[], []])
  })

  it('an issuer that nobody trusts stops the call, also when the environment would wave it through', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    server = await startLoopbackServer([answers(200, serviceSample)], { tls: certificates.good })
    expect(await failureOf(connect(server.address).service())).toEqual({
      code: 'platform.tls',
      details: { outcome: 'not-done', tls: 'unknown-issuer' },
    })
    expect([server.seen, pauses]).toEqual([[], []])
  })

  it.each([301, 302, 307, 308])('nothing leads away from it: %i', async (status) => {
    const plain = await startLoopbackServer([answers(201, sessionSample)])
    const location = { location: `${plain.address}/api/v1/sessions` }
    server = await startLoopbackServer([sends(status, '', location)], { tls: certificates.good })
    const failure = await failureOf(connect(server.address, [certificates.root]).session.login('wang', 'secret'))
    await plain.close()
    expect([failure.code, plain.seen, server.seen.length]).toEqual(['platform.webPage', [], 1])
  })

  it('a root of one’s own takes the place of the public ones', async () => {
    // As if the platform's authority were a public one.
    const publicRoots = tls.getCACertificates('default')
    tls.setDefaultCACertificates([certificates.root])
    try {
      server = await startLoopbackServer([answers(200, serviceSample)], { tls: certificates.good })
      expect(await connect(server.address).service()).toMatchObject({ name: serviceSample.name })
      const failure = await failureOf(connect(server.address, [certificates.otherRoot]).service())
      expect(failure).toMatchObject({ code: 'platform.tls', details: { tls: 'unknown-issuer' } })
    } finally {
      tls.setDefaultCACertificates(publicRoots)
    }
  })

  it('a server that does not speak it is told apart', async () => {
    server = await startLoopbackServer([sends(200, 'plain')])
    const address = server.address.replace('http:', 'https:')
    expect(await failureOf(connect(address).service())).toEqual({
      code: 'platform.tls',
      details: { outcome: 'not-done', tls: 'protocol' },
    })
    expect(pauses).toEqual([])
  })
})
