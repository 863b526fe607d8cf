import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { CheckIcon } from '../components/icons.tsx'
import { localDateTime } from '../format/date-time.ts'
import { useDuration } from '../format/use-duration.ts'
import { AbandonedResult } from './abandoned-result.tsx'
import { DatesPanel } from './dates-panel.tsx'
import { NextSteps } from './next-steps.tsx'
import { useRenewals } from './renewal-store.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 核对结果: old and new dates side by side, and what was proved. */
export function ResultStep({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const isCompleted = renewal.state === 'completed'
  return (
    <WizardFrame
      kind={renewal.kind}
      holder={renewal.holder}
      step="result"
      title={t(`result.${isCompleted ? 'success' : 'abandoned'}.${renewal.kind}`)}
      footer={<FinishButton />}
    >
      {isCompleted ? <CompletedResult renewal={renewal} /> : <AbandonedResult renewal={renewal} />}
    </WizardFrame>
  )
}

function CompletedResult({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  return (
    <>
      <span className="result-mark">
        <CheckIcon size={22} />
      </span>
      <ResultSentence renewal={renewal} />
      <div className="result-dates">
        <DatesPanel title={t(`result.before.${renewal.kind}`)} dates={renewal.old} />
        {renewal.new !== undefined && (
          <DatesPanel title={t(`result.after.${renewal.kind}`)} dates={renewal.new} isNew />
        )}
      </div>
      <NextSteps finishedAt={renewal.finishedAt} />
    </>
  )
}

/** Says that the certificate was proved only with the time when it was. */
function ResultSentence({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const duration = useDuration()
  const { provedAt, startedAt, finishedAt, oldPairRemoved } = renewal
  const tookMs = finishedAt === undefined ? undefined : Date.parse(finishedAt) - Date.parse(startedAt)
  return (
    <p className="soft result-sentence">
      {provedAt === undefined ? t('result.notProved') : t('result.proved', { at: localDateTime(new Date(provedAt)) })}
      {t(oldPairRemoved ? 'result.oldRemoved' : 'result.oldKept')}
      {tookMs !== undefined && t('result.took', { duration: duration(tookMs) })}
    </p>
  )
}

function FinishButton() {
  const { t } = useTranslation('renewal')
  const close = useRenewals((state) => state.close)
  return (
    <>
      <span className="wizard-footer-space" />
      <Button type="primary" onClick={close}>
        {t('result.finish')}
      </Button>
    </>
  )
}
