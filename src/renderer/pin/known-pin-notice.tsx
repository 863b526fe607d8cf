import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { usePins } from './pin-store.ts'

/** After a good login with a PIN that everybody knows. */
export function KnownPinNotice({ token }: { readonly token: Token }) {
  const { t } = useTranslation('pin')
  const open = usePins((state) => state.open)
  if (token.pin.isKnown !== true) return null
  return (
    <section className="notice notice-warn banner" aria-live="polite">
      <p>{t('known.text')}</p>
      <Button size="small" onClick={() => void open(token.serialNumber, 'change')}>
        {t('known.action')}
      </Button>
    </section>
  )
}
