import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { useTrustWords } from './use-trust-words.ts'

/** Who has issued it, and whether it was revoked: small, and never more than was found out. */
export function TrustLines({ certificate: { trust } }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('trust')
  const words = useTrustWords()
  if (trust === undefined) return null
  const issuerTone = trust.result === 'trusted' ? 'good' : trust.result === 'untrusted' ? 'bad' : 'none'
  const { state } = trust.revocation
  const revocationTone = state === 'good' ? 'good' : state === 'revoked' ? 'bad' : 'none'
  return (
    <dl className="trust">
      <div className={`trust-line trust-${issuerTone}`}>
        <dt>{t('issuer.label')}</dt>
        <dd>{words.issuer(trust)}</dd>
      </div>
      <div className={`trust-line trust-${revocationTone}`}>
        <dt>{t('revocation.label')}</dt>
        <dd>{words.revocation(trust.revocation)}</dd>
      </div>
    </dl>
  )
}
