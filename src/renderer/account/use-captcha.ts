import { useCallback, useState } from 'react'
import type { Captcha } from '../../shared/ipc/models-platform.ts'
import { call } from '../desktop.ts'

/** The picture that the platform wants to be read: on its way, there, or not to be had. */
export type CaptchaState =
  { readonly name: 'loading' | 'failed' } | { readonly name: 'shown'; readonly captcha: Captcha }

interface UsedCaptcha {
  /** Undefined while the platform asks for none. */
  readonly state: CaptchaState | undefined
  /** Each picture is good for one try. */
  readonly renew: () => Promise<void>
}

export function useCaptcha(): UsedCaptcha {
  const [state, setState] = useState<CaptchaState>()
  const renew = useCallback(async () => {
    setState({ name: 'loading' })
    try {
      setState({ name: 'shown', captcha: await call('account:captcha', {}) })
    } catch {
      // Said beside the place of the picture, where another one can be asked for.
      setState({ name: 'failed' })
    }
  }, [])
  return { state, renew }
}
