import type { Revocation, TrustedAuthority } from '../../shared/ipc/models-trust.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import { readExactCertificate, type X509Certificate } from '../x509/certificate.ts'
import { describeAnchor, type Anchors } from './anchors.ts'
import { createAssessCertificate } from './assess-certificate.ts'
import type { Assessment } from './assessment.ts'
import { describeTrust, type Assess } from './describe-trust.ts'
import { createPool, type Pool } from './pool.ts'

/** Whom the program trusts, and what it knows of the certificates that it sees. */
export interface Trust {
  /** What is known of a certificate; the authorities on the tokens help to link its chain. */
  readonly assess: Assess
  /** Who vouches for a certificate that came from elsewhere. @param others what came with it and may link its chain */
  readonly issuerOf: (certificate: X509Certificate, others: readonly X509Certificate[]) => Assessment['result']
  /** Begins to ask about what is there, in the background; `changed` tells when something has come of it. */
  readonly check: () => void
  /** DER of every trusted authority. */
  readonly roots: () => readonly Uint8Array[]
  readonly authorities: () => TrustedAuthority[]
  readonly addAuthority: () => Promise<TrustedAuthority[]>
  readonly removeAuthority: (sha256: string) => Promise<TrustedAuthority[]>
}

/** Who answers whether a certificate was revoked. */
export interface RevocationAnswers {
  /** As far as it is known now. */
  readonly of: (chain: readonly [X509Certificate, ...(readonly X509Certificate[])]) => Revocation
  /** Asks, unless that was done a short while ago. Only for chains that are trusted. */
  readonly ask: (chain: readonly [X509Certificate, ...(readonly X509Certificate[])]) => void
}

interface TrustParts {
  /** Those that are there now. */
  readonly tokens: () => readonly TokenSnapshot[]
  readonly anchors: Anchors
  readonly revocation: RevocationAnswers
  readonly now: () => Date
  /** Whom the program trusts has changed. */
  readonly changed: () => void
}

export function createTrust({ tokens, anchors, revocation, now, changed }: TrustParts): Trust {
  const assessCertificate = createAssessCertificate()
  const poolOf = createPools(anchors)
  const authorities = () => anchors.list().map(describeAnchor)
  const check = () => {
    const pool = poolOf(tokens())
    for (const certificate of certificatesOn(tokens())) {
      // SECURITY: an address in a certificate is only called when a trusted authority has put it there.
      const { result, chain } = assessCertificate(certificate, pool, now())
      if (result === 'trusted') revocation.ask([certificate, ...chain])
    }
  }
  const after = async (change: Promise<void>) => {
    await change
    changed()
    check()
    return authorities()
  }
  return {
    assess: (certificate, at) => {
      const pool = poolOf(tokens())
      const assessment = assessCertificate(certificate, pool, at)
      const isTrusted = assessment.result === 'trusted'
      const known = isTrusted ? revocation.of([certificate, ...assessment.chain]) : notVerified
      return describeTrust(assessment, pool, known)
    },
    issuerOf: (certificate, others) => {
      const trusted = anchors.list().map((anchor) => anchor.certificate)
      const pool = createPool(trusted, [...anchors.links(), ...certificatesOn(tokens()), ...others])
      return assessCertificate(certificate, pool, now()).result
    },
    check,
    roots: () => anchors.list().map(({ certificate }) => certificate.der),
    authorities,
    addAuthority: () => after(anchors.add()),
    removeAuthority: (sha256) => after(anchors.remove(sha256)),
  }
}

const notVerified: Revocation = { state: 'not-checked', reason: 'chain-not-verified' }

/** Made anew only when a token or an authority has changed: the cards are described at every glance. */
function createPools(anchors: Anchors): (tokens: readonly TokenSnapshot[]) => Pool {
  let madeOf: readonly unknown[] = []
  let pool = createPool([], [])
  return (tokens) => {
    const trusted = anchors.list().map(({ certificate }) => certificate)
    const parts = [...trusted.map(({ sha256 }) => sha256), ...tokens.map(({ certificates }) => certificates)]
    const isSame = parts.length === madeOf.length && parts.every((part, index) => part === madeOf[index])
    if (!isSame) pool = createPool(trusted, [...anchors.links(), ...certificatesOn(tokens)])
    madeOf = parts
    return pool
  }
}

function certificatesOn(tokens: readonly TokenSnapshot[]): readonly X509Certificate[] {
  const stored = tokens.flatMap(({ certificates }) => certificates)
  return stored.flatMap(({ value }) => readExactCertificate(value) ?? [])
}
