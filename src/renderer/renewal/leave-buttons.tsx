import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { AbandonButton } from './abandon-button.tsx'
import { useRenewals } from './renewal-store.ts'

/** The two ways out of a running renewal: later, or not at all. */
export function LeaveButtons({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const close = useRenewals((state) => state.close)
  return (
    <>
      <AbandonButton renewal={renewal} />
      <span className="wizard-footer-space" />
      <Button onClick={close}>{t('later')}</Button>
    </>
  )
}
