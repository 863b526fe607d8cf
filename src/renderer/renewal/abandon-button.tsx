import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { AbandonDialog } from './abandon-dialog.tsx'
import { abandonEffect } from './abandon-effect.ts'
import { useRenewals } from './renewal-store.ts'

interface AbandonButtonProps {
  readonly renewal: Renewal
  /** Names the renewal where several stand side by side. */
  readonly label?: string
}

/** Not there once the platform has confirmed: then only finishing is safe. */
export function AbandonButton({ renewal, label }: AbandonButtonProps) {
  const { t } = useTranslation('renewal')
  const [isAsking, setAsking] = useState(false)
  const isPending = useRenewals((state) => state.isPending)
  const effect = abandonEffect(renewal.state)
  return (
    <>
      {effect !== undefined && (
        <Button
          type="text"
          danger
          aria-label={label}
          disabled={isPending || renewal.busy}
          onClick={() => setAsking(true)}
        >
          {t('abandon.open')}
        </Button>
      )}
      <AbandonDialog renewal={renewal} effect={effect} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}
