import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { AbandonedResult } from './abandoned-result.tsx'
import { CompletedResult } from './completed-result.tsx'
import { ReceiptButton } from './receipt-button.tsx'
import { ReceiptFailure } from './receipt-failure.tsx'
import { useRenewals } from './renewal-store.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 核对结果: how a renewal has ended, with its receipt. */
export function ResultStep({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const isCompleted = renewal.state === 'completed'
  return (
    <WizardFrame
      kind={renewal.kind}
      holder={renewal.holder}
      step="result"
      title={t(`result.${isCompleted ? 'success' : 'abandoned'}.${renewal.kind}`)}
      footer={<ResultFooter renewal={renewal} />}
    >
      {isCompleted ? <CompletedResult renewal={renewal} /> : <AbandonedResult renewal={renewal} />}
      <ReceiptFailure renewalId={renewal.id} />
    </WizardFrame>
  )
}

function ResultFooter({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const close = useRenewals((state) => state.close)
  return (
    <>
      <span className="wizard-footer-space" />
      <ReceiptButton renewal={renewal} />
      <Button type="primary" onClick={close}>
        {t('result.finish')}
      </Button>
    </>
  )
}
