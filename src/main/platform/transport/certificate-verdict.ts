/** What Electron's certificate check is answered, where the platform's certificate comes through Chromium's network stack. */
import { X509Certificate } from 'node:crypto'
import { isIP } from 'node:net'
import type { TlsPolicy } from './network-policy.ts'
import { signedChain } from './signed-chain.ts'
import { holdsPin } from './spki-pins.ts'
import { pinMismatch } from './tls-options.ts'

/** A certificate as Electron tells it; the last one has no issuer. */
export interface ShownCertificate {
  /** PEM. */
  readonly data: string
  readonly issuerCert?: ShownCertificate | null | undefined
}

/** The part of Electron's request that is looked at. */
export interface VerifyRequest {
  readonly hostname: string
  /** As the server has sent it. */
  readonly certificate: ShownCertificate
  /** As Chromium has verified it. */
  readonly validatedCertificate: ShownCertificate
  /** Chromium's own verdict: 0, or a net error. */
  readonly errorCode: number
}

export type Verdict =
  /** As Chromium has found. */
  | { readonly result: -3 }
  | { readonly result: 0 }
  /** Refused, with the name that OpenSSL or Node has for it. */
  | { readonly result: -2; readonly code: string }

const authorityInvalid = -202
const serverAuthentication = '1.3.6.1.5.5.7.3.1'
const longestChain = 10

/**
 * Chromium knows neither the pins nor the organisation's own root. Where a root is set, only a chain up to it counts,
 * whatever Chromium thinks of it. "Authority invalid" hides every other fault, so all of them are looked for here.
 */
export function judgeCertificate(request: VerifyRequest, policy: TlsPolicy, now: Date): Verdict {
  const { errorCode } = request
  if (policy.certificateAuthorities === undefined) {
    if (errorCode !== 0) return { result: -3 }
    const pinned = holdsPin(signedChain(chainOf(request.validatedCertificate)), policy.pins)
    return pinned ? { result: -3 } : { result: -2, code: pinMismatch }
  }
  if (errorCode !== 0 && errorCode !== authorityInvalid) return { result: -3 }
  const roots = policy.certificateAuthorities.map((pem) => new X509Certificate(pem))
  const chain = anchored(chainOf(request.certificate), roots)
  const code = chain === undefined ? 'UNABLE_TO_GET_ISSUER_CERT' : faultOf(chain, request.hostname, now)
  if (code !== undefined) return { result: -2, code }
  if (!holdsPin(chain ?? [], policy.pins)) return { result: -2, code: pinMismatch }
  return { result: errorCode === 0 ? -3 : 0 }
}

function chainOf(shown: ShownCertificate): readonly X509Certificate[] {
  const chain: X509Certificate[] = []
  let next: ShownCertificate | null | undefined = shown
  while (next !== undefined && next !== null && chain.length < longestChain) {
    chain.push(new X509Certificate(next.data))
    next = next.issuerCert
  }
  return chain
}

/** The shortest signed chain from the leaf up to one of these roots, with the root at its end. */
function anchored(
  shown: readonly X509Certificate[],
  roots: readonly X509Certificate[],
): readonly X509Certificate[] | undefined {
  const chain = signedChain(shown)
  for (let length = 1; length <= chain.length; length += 1) {
    const part = chain.slice(0, length)
    for (const root of roots) {
      if (signedChain([...part, root]).length > length) return [...part, root]
    }
  }
  return undefined
}

function faultOf(chain: readonly X509Certificate[], hostname: string, now: Date): string | undefined {
  const [leaf] = chain
  if (leaf === undefined) return 'UNABLE_TO_GET_ISSUER_CERT'
  if (chain.some(({ validToDate }) => validToDate < now)) return 'CERT_HAS_EXPIRED'
  if (chain.some(({ validFromDate }) => validFromDate > now)) return 'CERT_NOT_YET_VALID'
  if (!isFor(leaf, hostname.replace(/^\[|\]$/g, ''))) return 'ERR_TLS_CERT_ALTNAME_INVALID'
  // Node's name for it; this is the extended key usage.
  const usages = leaf.keyUsage as readonly string[] | undefined
  return usages === undefined || usages.includes(serverAuthentication) ? undefined : 'INVALID_PURPOSE'
}

function isFor(leaf: X509Certificate, name: string): boolean {
  const found = isIP(name) === 0 ? leaf.checkHost(name, { subject: 'never' }) : leaf.checkIP(name)
  return found !== undefined
}
