import { useState, type RefObject, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { Button } from '../components/button.tsx'
import { InlineFailure } from '../components/inline-failure.tsx'
import { SecretInput } from '../components/secret-input.tsx'
import { useCountdown } from '../components/use-countdown.ts'
import { withoutWait } from '../components/without-wait.ts'
import { DemoHint } from '../demo/demo-hint.tsx'
import { useSettings } from '../settings/settings-store.ts'
import { useAccount } from './account-store.ts'
import { CaptchaField } from './captcha-field.tsx'
import { LockedWords } from './locked-words.tsx'
import { RememberField } from './remember-field.tsx'
import { useLogin } from './use-login.ts'
import './account.css'

export function LoginForm() {
  const { t } = useTranslation('account')
  const { fields, captcha, failure, missing, isBusy, submit } = useLogin()
  const known = useKnownAccount()
  const [account, setAccount] = useState(known)
  const lockedSeconds = useLockedSeconds(account)
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="soft">{t('reason')}</p>
      <AccountField inputRef={fields.account} known={known} onType={setAccount} />
      <div>
        <label className="label" htmlFor="login-password">
          {t('password')}
        </label>
        <SecretInput
          id="login-password"
          inputRef={fields.password}
          describedBy="login-failure"
          maxLength={128}
          isFirst={known !== ''}
        />
      </div>
      {captcha.state !== undefined && (
        <CaptchaField state={captcha.state} inputRef={fields.answer} onAnother={() => void captcha.renew()} />
      )}
      <RememberField inputRef={fields.remember} />
      <DemoHint about="login" />
      <InlineFailure id="login-failure" failure={shown(failure)} message={missing && t(missing)} />
      <LockedWords seconds={lockedSeconds} />
      <LoginActions isBusy={isBusy} isLocked={lockedSeconds > 0} />
    </form>
  )
}

/** How long the account has to wait is counted down beside it. */
function shown(failure: Failure | undefined): Failure | undefined {
  return failure?.code === 'platform.accountLocked' ? withoutWait(failure) : failure
}

function useKnownAccount(): string {
  const last = useAccount((state) => state.lastAccountName)
  const remembered = useSettings((state) => state.settings?.rememberedAccount)
  return last === '' ? (remembered ?? '') : last
}

/** Another account is not locked with it. */
function useLockedSeconds(account: string): number {
  const lock = useAccount((state) => state.lock)
  return useCountdown(lock?.account === account.trim() ? lock.until : undefined)
}

interface LoginActionsProps {
  readonly isBusy: boolean
  readonly isLocked: boolean
}

function LoginActions({ isBusy, isLocked }: LoginActionsProps) {
  const { t } = useTranslation('account')
  const close = useAccount((state) => state.closeLogin)
  return (
    <div className="form-actions">
      <Button onClick={close}>{t('later')}</Button>
      <Button type="primary" htmlType="submit" loading={isBusy} disabled={isLocked}>
        {t(isBusy ? 'submitting' : 'submit')}
      </Button>
    </div>
  )
}

interface AccountFieldProps {
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly known: string
  readonly onType: (account: string) => void
}

function AccountField({ inputRef, known, onType }: AccountFieldProps) {
  const { t } = useTranslation('account')
  return (
    <div>
      <label className="label" htmlFor="login-account">
        {t('account')}
      </label>
      <input
        id="login-account"
        ref={inputRef}
        className="text-input"
        defaultValue={known}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="login-failure"
        onChange={({ target }) => onType(target.value)}
      />
    </div>
  )
}
