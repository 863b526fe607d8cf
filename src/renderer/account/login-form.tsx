import { Button } from 'antd'
import { useRef, useState, type RefObject, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { InlineFailure } from '../components/inline-failure.tsx'
import { SecretInput } from '../components/secret-input.tsx'
import { DemoHint } from '../demo/demo-hint.tsx'
import { useAccount } from './account-store.ts'

type Missing = 'missingAccount' | 'missingPassword'

/** Reads both fields once on submit; the password leaves the field with that. */
function useLogin() {
  const accountRef = useRef<HTMLInputElement>(null)
  const passwordRef = useRef<HTMLInputElement>(null)
  const [failure, setFailure] = useState<Failure>()
  const [missing, setMissing] = useState<Missing>()
  const [isBusy, setBusy] = useState(false)
  const logIn = useAccount((state) => state.logIn)
  const submit = async () => {
    const [account, password] = [accountRef.current, passwordRef.current]
    if (account === null || password === null || isBusy) return
    const empty = [account, password].find(({ value }) => value.trim() === '')
    setFailure(undefined)
    setMissing(empty === undefined ? undefined : empty === account ? 'missingAccount' : 'missingPassword')
    if (empty !== undefined) {
      empty.focus()
      return
    }
    setBusy(true)
    const secret = password.value
    password.value = ''
    setFailure(await logIn(account.value.trim(), secret))
    setBusy(false)
    passwordRef.current?.focus()
  }
  return { accountRef, passwordRef, failure, missing, isBusy, submit }
}

export function LoginForm() {
  const { t } = useTranslation('account')
  const { accountRef, passwordRef, failure, missing, isBusy, submit } = useLogin()
  const lastAccountName = useAccount((state) => state.lastAccountName)
  const onSubmit = (event: SyntheticEvent) => {
    event.preventDefault()
    void submit()
  }
  return (
    <form className="form" onSubmit={onSubmit}>
      <p className="soft">{t('reason')}</p>
      <AccountField inputRef={accountRef} />
      <div>
        <label className="label" htmlFor="login-password">
          {t('password')}
        </label>
        <SecretInput
          id="login-password"
          inputRef={passwordRef}
          describedBy="login-failure"
          maxLength={128}
          isFirst={lastAccountName !== ''}
        />
      </div>
      <DemoHint about="login" />
      <InlineFailure id="login-failure" failure={failure} message={missing && t(missing)} />
      <LoginActions isBusy={isBusy} />
    </form>
  )
}

function LoginActions({ isBusy }: { readonly isBusy: boolean }) {
  const { t } = useTranslation('account')
  const close = useAccount((state) => state.closeLogin)
  return (
    <div className="form-actions">
      <Button onClick={close}>{t('later')}</Button>
      <Button type="primary" htmlType="submit" loading={isBusy}>
        {t(isBusy ? 'submitting' : 'submit')}
      </Button>
    </div>
  )
}

function AccountField({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('account')
  const lastAccountName = useAccount((state) => state.lastAccountName)
  return (
    <div>
      <label className="label" htmlFor="login-account">
        {t('account')}
      </label>
      <input
        id="login-account"
        ref={inputRef}
        className="text-input"
        defaultValue={lastAccountName}
        maxLength={64}
        autoComplete="off"
        spellCheck={false}
        aria-describedby="login-failure"
      />
    </div>
  )
}
