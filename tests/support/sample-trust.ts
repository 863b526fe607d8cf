import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { CertificateTrust, TrustedAuthority } from '../../src/shared/ipc/models-trust.ts'
import type { Answers } from './fake-desktop.ts'

const root = '山东CA根证书'

/** Of a certificate whose chain was verified, and which nobody has asked about. */
export function sampleTrust(changes: Partial<CertificateTrust> = {}): CertificateTrust {
  const dates = { notBefore: '2016-01-01T00:00:00.000Z', notAfter: '2046-01-01T00:00:00.000Z' }
  return {
    result: 'trusted',
    chain: [
      { name: '山东CA', ...dates, sha256: '1'.repeat(64), isAnchor: false },
      { name: root, ...dates, sha256: '2'.repeat(64), isAnchor: true },
    ],
    revocation: { state: 'not-checked', reason: 'nothing-to-ask' },
    ...changes,
  }
}

function sampleAuthority(changes: Partial<TrustedAuthority> = {}): TrustedAuthority {
  return {
    sha256: 'c'.repeat(64),
    name: 'CFCA EV ROOT',
    subject: 'C=CN, O=China Financial Certification Authority, CN=CFCA EV ROOT',
    algorithm: 'RSA 4096',
    notBefore: '2012-08-08T03:07:01.000Z',
    notAfter: '2029-12-31T03:07:01.000Z',
    chosenBy: 'program',
    source: 'Debian ca-certificates, mozilla/CFCA_EV_ROOT.crt',
    ...changes,
  }
}

type TrustChannel = Extract<Channel, `trust:${string}`>

/** Like main: what is added stays until it is removed. */
export function trustAnswers(): Pick<Answers, TrustChannel> {
  let added: readonly TrustedAuthority[] = []
  const own = sampleAuthority({ sha256: 'd'.repeat(64), name: '单位根证书', chosenBy: 'user', source: undefined })
  const answer = () => ({ ok: true as const, value: [sampleAuthority(), ...added] })
  return {
    'trust:list-authorities': answer,
    'trust:add-authority': () => {
      added = [own]
      return answer()
    },
    'trust:remove-authority': ({ sha256 }) => {
      added = added.filter((one) => one.sha256 !== sha256)
      return answer()
    },
  }
}
