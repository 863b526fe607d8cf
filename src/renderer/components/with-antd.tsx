import { ConfigProvider } from 'antd'
import { useMemo, useState, type ReactNode } from 'react'
import { useAppearance } from '../appearance/appearance-store.ts'
import { useLanguage } from '../i18n/language-store.ts'
import { createTheme } from '../theme.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

// SECURITY(7): antd's style elements pass the policy by this nonce; there is no 'unsafe-inline'.
function readNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
}

/** What antd's parts need around them; read with the first part that has some (later.tsx). */
export function WithAntd({ children }: { readonly children: ReactNode }) {
  const reducedMotion = useReducedMotion()
  const controls = useLanguage((state) => state.pack.controls)
  const textSize = useAppearance((state) => state.appearance?.textSize ?? 100)
  const theme = useMemo(() => createTheme({ motion: !reducedMotion, textSize }), [reducedMotion, textSize])
  const [csp] = useState(() => {
    const nonce = readNonce()
    return nonce === undefined ? {} : { nonce }
  })
  return (
    <ConfigProvider locale={controls} csp={csp} theme={theme}>
      {children}
    </ConfigProvider>
  )
}
