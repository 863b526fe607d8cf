import { useTranslation } from 'react-i18next'
import { usePins } from '../pin/pin-store.ts'
import { useDemo } from './demo-store.ts'
import './demo.css'

/** What the demo wants to be typed; nothing outside the demo. */
export function DemoHint({ about }: { readonly about: 'login' | 'pin' }) {
  const { t } = useTranslation('demo')
  const credentials = useDemo((state) => (state.app?.mode === 'demo' ? state.app.demoCredentials : undefined))
  const wasChanged = usePins((state) => state.changed.length > 0)
  if (credentials === undefined || (about === 'pin' && wasChanged)) return null
  return <p className="demo-hint">{about === 'login' ? t('login', credentials) : t('pin', credentials)}</p>
}
