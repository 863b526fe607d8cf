import { X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { createPlatform, type PlatformConnection } from '../platform.ts'
import { obliging } from '../testing/behaviours.ts'
import { failureOf } from '../testing/loopback-platform.ts'
import { startLoopbackServer } from '../testing/loopback-server.ts'
import { makeTlsCertificates } from '../testing/tls-certificates.ts'
import { createElectronNetwork } from './electron-network.ts'
import { directPolicy, type TlsPolicy } from './network-policy.ts'
import { pinOf } from './spki-pins.ts'

const { root, otherRoot, named } = makeTlsCertificates()
const pin = (pem: string): string => pinOf(new X509Certificate(pem))

type Proc = (request: never, callback: (result: number) => void) => void

/** Electron's sessions as far as they are used: each fetch shows this certificate first. */
function sessions(shown: { readonly data: string }, answer: () => Promise<Response>) {
  const partitions = new Map<string, { readonly cache: boolean }>()
  const fromPartition = (name: string, options: { readonly cache: boolean }) => {
    partitions.set(name, options)
    let proc: Proc | null = null
    return {
      resolveProxy: (url: string) => Promise.resolve(`PROXY for-${new URL(url).hostname}:1`),
      setCertificateVerifyProc: (given: Proc | null) => {
        proc = given
      },
      fetch: async () => {
        const request = { hostname: 'platform.test', certificate: shown, validatedCertificate: shown, errorCode: 0 }
        const result = await new Promise<number>((resolve) => proc?.(request as never, resolve))
        if (result === -2) throw new Error('net::ERR_FAILED')
        return answer()
      },
    }
  }
  return { partitions, network: createElectronNetwork(fromPartition) }
}

function connect(network: ReturnType<typeof sessions>['network'], tls: TlsPolicy): PlatformConnection {
  const policy = { ...directPolicy, tls, useSystemNetwork: true }
  const sleep = () => Promise.resolve()
  return createPlatform({
    baseUrl: () => 'https://platform.test',
    userAgent: 'test',
    policy: () => policy,
    system: network,
    sleep,
  })
}

it('says that it was the pin, where Chromium only says that it failed', async () => {
  const server = await startLoopbackServer([obliging])
  const shown = { data: named.cert, issuerCert: { data: root } }
  const { network } = sessions(shown, () => fetch(`${server.address}/api/v1/service`))
  expect(await connect(network, { pins: [pin(root)] }).service()).toHaveProperty('name')
  const failure = await failureOf(connect(network, { pins: [pin(otherRoot)] }).session.login('wang', 'secret'))
  expect(failure).toEqual({ code: 'platform.pinMismatch', details: { outcome: 'not-done' } })
  expect(server.seen.length).toBe(1)
  await server.close()
})

it('answers Chromium also when the certificate cannot be read', async () => {
  const { network } = sessions({ data: 'nonsense' }, () => Promise.reject(new Error('net::ERR_FAILED')))
  const failure = await failureOf(connect(network, { pins: [pin(root)] }).service())
  expect(failure).toMatchObject({ code: 'platform.tls', details: { tls: 'certificate' } })
})

it.each([
  ['net::ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'gateway'],
  ['net::ERR_PROXY_CERTIFICATE_INVALID', 'tls'],
])('tells a fault of the proxy apart: %s', async (message, reason) => {
  const { network } = sessions({ data: named.cert }, () => Promise.reject(new Error(message)))
  const failure = await failureOf(connect(network, { pins: [] }).service())
  expect(failure).toEqual({ code: 'platform.proxy', details: { outcome: 'not-done', reason } })
})

it('keeps each policy in a partition of its own, in memory and without a cache', async () => {
  const { network, partitions } = sessions({ data: named.cert }, () => Promise.reject(new Error('net::ERR_FAILED')))
  network.fetch({ pins: [] })
  network.fetch({ pins: [pin(root)] })
  expect(await network.resolveProxy('https://platform.test/api/v1')).toBe('PROXY for-platform.test:1')
  expect(partitions.size).toBe(3)
  expect([...partitions.keys()].some((name) => name.startsWith('persist:'))).toBe(false)
  expect([...partitions.values()].every(({ cache }) => !cache)).toBe(true)
})
