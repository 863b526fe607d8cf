import { createHash } from 'node:crypto'
import type { Session } from 'electron'
import type { ProxyFault } from '../../../shared/failure-words.ts'
import { judgeCertificate, type Verdict, type VerifyRequest } from './certificate-verdict.ts'
import type { TlsPolicy } from './network-policy.ts'
import { proxyError } from './proxy-error.ts'
import type { SystemNetwork } from './system-network.ts'

type NetworkSession = Pick<Session, 'resolveProxy' | 'fetch' | 'setCertificateVerifyProc'>
type FromPartition = (name: string, options: { readonly cache: boolean }) => NetworkSession

/** The system's network by Chromium, in partitions of its own that are kept in memory only. */
export function createElectronNetwork(fromPartition: FromPartition): SystemNetwork {
  return {
    resolveProxy: (url) => fromPartition('platform-proxy', { cache: false }).resolveProxy(url),
    fetch: (policy) => {
      // Chromium remembers a verdict, and keeps connections: another policy needs a partition that knows neither.
      const name = createHash('sha256').update(JSON.stringify(policy)).digest('hex').slice(0, 16)
      return guardedFetch(fromPartition(`platform-network-${name}`, { cache: false }), policy)
    },
  }
}

function guardedFetch(session: NetworkSession, policy: TlsPolicy): typeof globalThis.fetch {
  const refusals = new Map<string, string>()
  session.setCertificateVerifyProc((request, callback) => {
    const verdict = verdictOn(request, policy)
    if (verdict.result === -2) refusals.set(request.hostname, verdict.code)
    else refusals.delete(request.hostname)
    callback(verdict.result)
  })
  return async (input, init) => {
    const request = input instanceof URL ? input.href : input
    try {
      return await session.fetch(request, init)
    } catch (thrown) {
      const { hostname } = new URL(typeof request === 'string' ? request : request.url)
      throw named(thrown, refusals.get(hostname))
    }
  }
}

/** A certificate that cannot be read must not leave Chromium without an answer. */
function verdictOn(request: VerifyRequest, policy: TlsPolicy): Verdict {
  try {
    return judgeCertificate(request, policy, new Date())
  } catch {
    return { result: -2, code: 'CERT_REJECTED' }
  }
}

const proxyFaults: Readonly<Record<string, ProxyFault>> = {
  ERR_PROXY_CONNECTION_FAILED: 'unreachable',
  ERR_SOCKS_CONNECTION_FAILED: 'unreachable',
  ERR_SOCKS_CONNECTION_HOST_UNREACHABLE: 'gateway',
  // Whatever the answer to CONNECT was.
  ERR_TUNNEL_CONNECTION_FAILED: 'gateway',
  ERR_PROXY_AUTH_REQUESTED: 'auth',
  ERR_PROXY_AUTH_UNSUPPORTED: 'auth',
  ERR_PROXY_CERTIFICATE_INVALID: 'tls',
  ERR_PAC_SCRIPT_FAILED: 'unresolved',
  ERR_MANDATORY_PROXY_CONFIGURATION_FAILED: 'unresolved',
  ERR_NO_SUPPORTED_PROXIES: 'unresolved',
}

/** Chromium says only that a certificate was refused (ERR_FAILED) where it was us; and a proxy's faults are not the platform's. */
function named(thrown: unknown, refusal: string | undefined): unknown {
  if (refusal !== undefined) return Object.assign(new Error('certificate refused'), { code: refusal })
  const word = thrown instanceof Error ? /^net::(ERR_[A-Z0-9_]+)$/.exec(thrown.message)?.[1] : undefined
  const fault = word === undefined ? undefined : proxyFaults[word]
  return word === undefined || fault === undefined ? thrown : proxyError(fault, word)
}
