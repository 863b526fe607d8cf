import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import type { Captcha } from '../../shared/ipc/models-platform.ts'
import { Button } from '../components/button.tsx'
import { useCountdown } from '../components/use-countdown.ts'
import type { CaptchaState } from './use-captcha.ts'

interface CaptchaFieldProps {
  readonly state: CaptchaState
  readonly inputRef: RefObject<HTMLInputElement | null>
  readonly onAnother: () => void
}

/** The picture, what is read from it, and the way to one that can be read. */
export function CaptchaField({ state, inputRef, onAnother }: CaptchaFieldProps) {
  const { t } = useTranslation('account')
  return (
    <div>
      <label className="label" htmlFor="login-captcha">
        {t('captcha.label')}
      </label>
      <div className="captcha-row">
        <input
          id="login-captcha"
          ref={inputRef}
          className="text-input"
          maxLength={16}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-describedby="login-failure captcha-state"
        />
        {state.name === 'shown' ? (
          <img
            className="captcha-image"
            src={state.captcha.image}
            alt={t('captcha.alt')}
            data-captcha={state.captcha.id}
          />
        ) : (
          <span className="captcha-image captcha-missing">{t(`captcha.${state.name}`)}</span>
        )}
        <Button onClick={onAnother} disabled={state.name === 'loading'}>
          {t('captcha.another')}
        </Button>
      </div>
      <p id="captcha-state" className="inline-failure" aria-live="polite">
        {state.name === 'shown' && <ExpiryWords captcha={state.captcha} />}
      </p>
    </div>
  )
}

function ExpiryWords({ captcha }: { readonly captcha: Captcha }) {
  const { t } = useTranslation('account')
  return useCountdown(captcha.expiresAt) === 0 ? t('captcha.expired') : null
}
