import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/account-store.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { PlainWarning } from './plain-warning.tsx'

/** Who is logged in where; a login is offered only where a platform call needs one. */
export function AccountBlock() {
  const { t } = useTranslation('layout')
  const { platformAddress, displayName } = useAccount((state) => state.account)
  const failure = useAccount((state) => state.failure)
  const logOut = useAccount((state) => state.logOut)
  const text = useFailureText()
  const configured = displayName === undefined ? 'configured' : 'connected'
  return (
    <section className="account-block" aria-label={t('account.label')}>
      <p className="account-name">{displayName ?? t('account.nobody')}</p>
      <p>{t(`account.${platformAddress === undefined ? 'missing' : configured}`)}</p>
      <PlainWarning address={platformAddress} />
      {failure !== undefined && <p role="alert">{text(failure).title}</p>}
      {displayName !== undefined && (
        <button type="button" className="link" onClick={() => void logOut()}>
          {t('account.logout')}
        </button>
      )}
    </section>
  )
}
