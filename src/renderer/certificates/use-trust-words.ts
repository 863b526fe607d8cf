import { useTranslation } from 'react-i18next'
import type { CertificateTrust, Revocation } from '../../shared/ipc/models-trust.ts'
import {
  notCheckedReasons,
  unknownReasons,
  unsupportedReasons,
  untrustedReasons,
  type UnknownReason,
} from '../../shared/trust-words.ts'
import { localDate, localDateTime } from '../../shared/format/date-time.ts'

interface TrustWords {
  readonly issuer: (trust: CertificateTrust) => string
  readonly revocation: (revocation: Revocation) => string
}

/** What is known of the issuer and of a revocation, in words that claim nothing else. */
export function useTrustWords(): TrustWords {
  const { t } = useTranslation('trust')
  const revocationWords = useRevocationWords()
  return {
    issuer: ({ result, reason, chain }) => {
      const known = [...untrustedReasons, ...unsupportedReasons].find((word) => word === reason)
      const root = chain.at(-1)?.name ?? ''
      if (result === 'trusted') return root === '' ? t('chain.anchor') : t('issuer.trusted', { root })
      if (result === 'unknown-issuer' || result === 'not-assessed') return t(`issuer.${result}`)
      return known === undefined ? t('issuer.not-assessed') : t(`issuer.${result}`, { reason: t(`reason.${known}`) })
    },
    revocation: revocationWords,
  }
}

function useRevocationWords(): (revocation: Revocation) => string {
  const { t } = useTranslation('trust')
  const whyUnknown = (reason: Revocation['reason']): UnknownReason | 'unspecified' =>
    unknownReasons.find((word) => word === reason) ?? 'unspecified'
  return ({ state, reason, asOf, revokedAt, revocationReason = 'unspecified' }) => {
    switch (state) {
      case 'good':
        return t('revocation.good', { at: asOf === undefined ? '' : localDateTime(new Date(asOf)) })
      case 'revoked': {
        const at = revokedAt === undefined ? '' : localDate(new Date(revokedAt))
        return t('revocation.revoked', { at, reason: t(`revocationReason.${revocationReason}`) })
      }
      case 'unknown':
        return t('revocation.unknown', { reason: t(`unknown.${whyUnknown(reason)}`) })
      case 'not-checked': {
        const known = notCheckedReasons.find((word) => word === reason)
        return known === undefined
          ? t('revocation.not-checked')
          : t('revocation.because', { reason: t(`notChecked.${known}`) })
      }
    }
  }
}
