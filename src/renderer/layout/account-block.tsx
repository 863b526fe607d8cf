import { useTranslation } from 'react-i18next'
import { useAccount } from '../account/account-store.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { usePlatform } from '../platform/platform-store.ts'
import { usePlatformStateWords } from '../platform/use-platform-state-words.ts'
import { PlainWarning } from './plain-warning.tsx'
import { PolicyWarning } from './policy-warning.tsx'

const dots = { unknown: 'none', available: 'good', maintenance: 'warn', unreachable: 'bad' } as const

/** Who is logged in where, and how the platform is. */
export function AccountBlock() {
  const { t } = useTranslation('layout')
  const { platformAddress, displayName } = useAccount((state) => state.account)
  const failure = useAccount((state) => state.failure)
  const logOut = useAccount((state) => state.logOut)
  const requestLogin = useAccount((state) => state.requestLogin)
  const text = useFailureText()
  return (
    <section className="account-block" aria-label={t('account.label')}>
      <p className="account-name">{displayName ?? t('account.nobody')}</p>
      {platformAddress === undefined ? <p>{t('account.missing')}</p> : <PlatformLine />}
      <PlainWarning address={platformAddress} />
      <PolicyWarning address={platformAddress} />
      {failure !== undefined && (
        <div role="alert">
          <p>{text(failure).title}</p>
          <FailureCode failure={failure} />
        </div>
      )}
      {displayName !== undefined && (
        <button type="button" className="link" onClick={() => void logOut()}>
          {t('account.logout')}
        </button>
      )}
      {displayName === undefined && platformAddress !== undefined && (
        <button type="button" className="link" onClick={() => void requestLogin()}>
          {t('account.login')}
        </button>
      )}
    </section>
  )
}

function PlatformLine() {
  const { words, until } = usePlatformStateWords()
  const state = usePlatform((platform) => platform.status.state)
  return (
    <p role="status">
      <span className={`token-dot token-dot-${dots[state]} account-dot`} aria-hidden="true" />
      {words}
      {until !== undefined && <span className="nowrap">{until}</span>}
    </p>
  )
}
