import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { ExecuteFooter } from './execute-footer.tsx'
import { PinDialog } from './pin-dialog.tsx'
import { useRenewals } from './renewal-store.ts'
import { SidePanel } from './side-panel.tsx'
import { StepNotice } from './step-notice.tsx'
import { SubStepList } from './sub-step-list.tsx'
import { stepsOf } from './sub-steps-of.ts'
import { useKeyWatch } from './use-key-watch.ts'
import { usePinnedAction } from './use-pinned-action.ts'
import { useStepFailure } from './use-step-failure.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 执行延期 / 执行修复: from the submission to the confirmed new certificate, live. */
export function ExecuteStep({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const execute = useRenewals((state) => state.execute)
  const failure = useStepFailure(renewal)
  const watch = useKeyWatch(renewal, failure)
  const action = usePinnedAction((pin) => execute(renewal.id, pin))
  const isInReview = failure?.code === 'renewal.inReview'
  // Asking after a review needs no token; whether there is something to write shows only then.
  const needsPin = !renewal.busy && renewal.needsPin && renewal.state !== 'submitted'
  const begin = () => void action.begin({ needsPin })
  return (
    <WizardFrame
      kind={renewal.kind}
      holder={renewal.holder}
      step="execute"
      title={useTitle(renewal, isInReview)}
      side={<SidePanel renewal={renewal} />}
      footer={<ExecuteFooter renewal={renewal} failure={failure} watch={watch} onRun={begin} />}
    >
      <StepNotice renewal={renewal} failure={failure} watch={watch}>
        <p className="soft">{t(`execute.${leadOf(renewal)}`)}</p>
        {needsPin && <p>{t('execute.needsPin')}</p>}
      </StepNotice>
      <SubStepList subSteps={stepsOf('execute', renewal, isInReview)} />
      <PinDialog renewal={renewal} purpose={t(`execute.purpose.${renewal.kind}`)} action={action} />
    </WizardFrame>
  )
}

/** Only what is going on: the token is not written before the certificate is there. */
function useTitle(renewal: Renewal, isInReview: boolean): string {
  const { t } = useTranslation('renewal')
  if (isInReview) return t('execute.reviewTitle')
  if (!renewal.busy) return t(`execute.title.${renewal.kind}`)
  const isAsking = renewal.subSteps.some(
    ({ name, state }) => state === 'running' && (name === 'submit' || name === 'issue'),
  )
  return t(isAsking ? 'execute.submitting' : 'execute.running')
}

function leadOf({ busy, state }: Renewal): 'doNotUnplug' | 'ready' | 'continue' {
  if (busy) return 'doNotUnplug'
  return state === 'key-made' ? 'ready' : 'continue'
}
