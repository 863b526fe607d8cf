import { Button } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { mayFollow } from '../../shared/renewal-steps.ts'
import { AbandonDialog } from './abandon-dialog.tsx'
import { useRenewals } from './renewal-store.ts'

/** The two ways out of a running renewal: later, or not at all. */
export function LeaveButtons({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const [isAsking, setAsking] = useState(false)
  const isPending = useRenewals((state) => state.isPending)
  const close = useRenewals((state) => state.close)
  const canAbandon = mayFollow(renewal.state, 'abandoned')
  return (
    <>
      {canAbandon && (
        <Button type="text" danger disabled={isPending || renewal.busy} onClick={() => setAsking(true)}>
          {t('abandon.open')}
        </Button>
      )}
      <span className="wizard-footer-space" />
      <Button onClick={close}>{t('later')}</Button>
      <AbandonDialog renewal={renewal} isOpen={isAsking} onClose={() => setAsking(false)} />
    </>
  )
}
