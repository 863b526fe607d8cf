import { ConfigProvider } from 'antd'
import zhCn from 'antd/locale/zh_CN'
import { useMemo, useState, type ReactNode } from 'react'
import { createTheme } from '../theme.ts'
import { useReducedMotion } from './use-reduced-motion.ts'

// SECURITY(7): antd's style elements pass the policy by this nonce; there is no 'unsafe-inline'.
function readNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
}

// antd would put a blank between two Chinese characters.
const button = { autoInsertSpace: false }

/** What antd's parts need around them; read with the first part that has some (later.tsx). */
export function WithAntd({ children }: { readonly children: ReactNode }) {
  const reducedMotion = useReducedMotion()
  const theme = useMemo(() => createTheme({ motion: !reducedMotion }), [reducedMotion])
  const [csp] = useState(() => {
    const nonce = readNonce()
    return nonce === undefined ? {} : { nonce }
  })
  return (
    <ConfigProvider locale={zhCn} csp={csp} theme={theme} button={button}>
      {children}
    </ConfigProvider>
  )
}
