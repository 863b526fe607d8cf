import type { RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { useDemo } from '../demo/demo-store.ts'
import { useSettings } from '../settings/settings-store.ts'

/** 记住账号: the name only. The demonstration shows its account anyway. */
export function RememberField({ inputRef }: { readonly inputRef: RefObject<HTMLInputElement | null> }) {
  const { t } = useTranslation('account')
  const isDemo = useDemo((state) => state.app?.mode === 'demo')
  const isRemembered = useSettings((state) => state.settings?.rememberedAccount !== undefined)
  if (isDemo) return null
  return (
    <label className="remember">
      <input type="checkbox" ref={inputRef} defaultChecked={isRemembered} /> {t('remember')}
    </label>
  )
}
