import type { StoredCertificate, TokenSnapshot } from '../../../shared/token/messages.ts'
import { readExactCertificate } from '../../x509/certificate.ts'
import { usageOf } from '../../x509/usage.ts'

/** What a token holds, by what it is for; what cannot be read is no certificate. */
export interface CertificatesByUse {
  /** Those that sign, alone or besides encrypting, and those that do not say what they are for. */
  readonly signing: readonly StoredCertificate[]
  readonly encryption: readonly StoredCertificate[]
  readonly unreadable: number
}

export function certificatesByUse({ certificates }: Pick<TokenSnapshot, 'certificates'>): CertificatesByUse {
  const uses = certificates.map((stored) => ({ stored, use: useOf(stored) }))
  const of = (wanted: 'signing' | 'encryption') => uses.filter(({ use }) => use === wanted).map(({ stored }) => stored)
  return {
    signing: of('signing'),
    encryption: of('encryption'),
    unreadable: uses.filter(({ use }) => use === undefined).length,
  }
}

function useOf({ value }: StoredCertificate): 'signing' | 'encryption' | undefined {
  const certificate = readExactCertificate(value)
  if (certificate === undefined) return undefined
  return usageOf(certificate.extensions.keyUsage) === 'encryption' ? 'encryption' : 'signing'
}
