import { useEffect, useRef, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import { useAccount } from './account-store.ts'
import { useCaptcha } from './use-captcha.ts'

type Missing = 'missingAccount' | 'missingPassword' | 'missingCaptcha'

/** Reads the fields once on submit; the password leaves its field with that. */
export function useLogin() {
  const fields = useFields()
  const captcha = useCaptcha()
  const [failure, setFailure] = useState<Failure>()
  const [missing, setMissing] = useState<Missing>()
  const [isBusy, setBusy] = useState(false)
  const logIn = useAccount((state) => state.logIn)
  const { focusNext } = fields
  useEffect(() => {
    if (failure !== undefined) focusNext()
  }, [failure, focusNext])
  const submit = async () => {
    if (isBusy) return
    const typed = fields.read()
    setFailure(undefined)
    setMissing(typed.missing)
    if (typed.missing !== undefined) return
    setBusy(true)
    const { answer, ...login } = typed
    const id = captcha.state?.name === 'shown' ? captcha.state.captcha.id : undefined
    const failed = await logIn({ ...login, ...(id === undefined ? {} : { captcha: { id, answer } }) })
    setBusy(false)
    if (failed === undefined) return
    const isAboutPicture = failed.code === 'platform.captchaRequired' || failed.code === 'platform.captchaWrong'
    // The password was not what was refused: it need not be typed again.
    if (isAboutPicture) fields.putBack(login.password)
    setFailure(failed)
    if (isAboutPicture || captcha.state !== undefined) await captcha.renew()
  }
  return { fields, captcha, failure, missing, isBusy, submit }
}

type Typed =
  | {
      readonly missing?: undefined
      readonly account: string
      readonly password: string
      readonly answer: string
      readonly remember?: boolean
    }
  | { readonly missing: Missing }

/** The fields themselves hold what is typed: React never sees the password. */
function useFields() {
  const account = useRef<HTMLInputElement>(null)
  const password = useRef<HTMLInputElement>(null)
  const answer = useRef<HTMLInputElement>(null)
  const remember = useRef<HTMLInputElement>(null)
  const [actions] = useState(() => ({
    read: (): Typed => {
      const empty = ([account, password, answer] as const).find(({ current }) => current?.value.trim() === '')?.current
      if (empty !== undefined && empty !== null) {
        empty.focus()
        return { missing: missingOf(empty) }
      }
      const typed = {
        account: account.current?.value.trim() ?? '',
        password: password.current?.value ?? '',
        answer: answer.current?.value.trim() ?? '',
        ...(remember.current === null ? {} : { remember: remember.current.checked }),
      }
      for (const secret of [password, answer]) if (secret.current !== null) secret.current.value = ''
      return typed
    },
    putBack: (typed: string) => {
      if (password.current !== null) password.current.value = typed
    },
    focusNext: () => (password.current?.value === '' ? password : answer).current?.focus(),
  }))
  return { account, password, answer, remember, ...actions }
}

function missingOf({ id }: HTMLInputElement): Missing {
  if (id === 'login-account') return 'missingAccount'
  return id === 'login-captcha' ? 'missingCaptcha' : 'missingPassword'
}
