import { ConfigProvider } from 'antd'
import zhCn from 'antd/locale/zh_CN'
import { useMemo, useState } from 'react'
import { useReducedMotion } from './components/use-reduced-motion.ts'
import { Shell } from './layout/shell.tsx'
import { createTheme } from './theme.ts'
import { useDesktopEvents } from './use-desktop-events.ts'

// SECURITY(7): antd's style elements pass the policy by this nonce; there is no 'unsafe-inline'.
function readNonce(): string | undefined {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
}

// antd would put a blank between two Chinese characters.
const button = { autoInsertSpace: false }

export function App() {
  useDesktopEvents()
  const reducedMotion = useReducedMotion()
  const theme = useMemo(() => createTheme({ motion: !reducedMotion }), [reducedMotion])
  const [csp] = useState(() => {
    const nonce = readNonce()
    return nonce === undefined ? {} : { nonce }
  })
  return (
    <ConfigProvider locale={zhCn} csp={csp} theme={theme} button={button}>
      <Shell />
    </ConfigProvider>
  )
}
