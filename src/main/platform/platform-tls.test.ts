import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { createPlatform, type PlatformConnection } from './platform.ts'
import { answers, sends } from './testing/behaviours.ts'
import { failureOf } from './testing/loopback-platform.ts'
import { startLoopbackServer, type LoopbackServer } from './testing/loopback-server.ts'
import { directPolicy } from './transport/network-policy.ts'
import { makeTlsCertificates, type TlsCertificates } from './testing/tls-certificates.ts'
import { serviceSample } from './testing/wire-samples.ts'

type Name = Exclude<keyof TlsCertificates, 'root'>

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
