import type { CertificateTrust, ChainLink, Revocation } from '../../shared/ipc/models-trust.ts'
import type { Standing } from '../../shared/validity.ts'
import type { X509Certificate } from '../x509/certificate.ts'
import { fieldOf } from '../x509/name.ts'
import type { Assessment } from './assessment.ts'
import type { Pool } from './pool.ts'

/** What the page is told of a certificate's issuer and revocation. */
export type Assess = (certificate: X509Certificate, now: Date) => CertificateTrust

/** Where nobody has looked at a chain: nothing is claimed, neither good nor bad. */
export const unassessed: Assess = () => ({
  result: 'not-assessed',
  chain: [],
  revocation: { state: 'not-checked', reason: 'chain-not-verified' },
})

export function describeTrust(assessment: Assessment, pool: Pool, revocation: Revocation): CertificateTrust {
  const { result, chain } = assessment
  return {
    result,
    ...('reason' in assessment ? { reason: assessment.reason } : {}),
    chain: chain.map((authority) => describeLink(authority, pool)),
    revocation,
  }
}

/** What this means for the status of the certificate. */
export function standingOf({ result, revocation }: CertificateTrust): Standing {
  if (result === 'untrusted') return 'untrusted'
  if (result !== 'trusted') return 'unverified'
  return revocation.state === 'revoked' ? 'revoked' : 'verified'
}

/** CN, else O. */
export function authorityName({ subject }: X509Certificate): string {
  return fieldOf(subject, 'CN') ?? fieldOf(subject, 'O') ?? ''
}

function describeLink(authority: X509Certificate, { isAnchor }: Pool): ChainLink {
  return {
    name: authorityName(authority),
    notBefore: authority.notBefore.toISOString(),
    notAfter: authority.notAfter.toISOString(),
    sha256: authority.sha256,
    isAnchor: isAnchor(authority),
  }
}
