import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import { usePins } from './pin-store.ts'

/** Quiet: most people need it once in years. A locked key opens where it can be helped. */
export function PinManagementButton({ token }: { readonly token: Token }) {
  const { t } = useTranslation('pin')
  const open = usePins((state) => state.open)
  const task = token.pin.state === 'locked' ? 'unblock' : 'change'
  return (
    <Button
      size="small"
      aria-label={t('openFor', { cardNumber: cardGroups(token.cardNumber) })}
      onClick={() => void open(token.serialNumber, task)}
    >
      {t('open')}
    </Button>
  )
}
