import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { LeaveButtons } from './leave-buttons.tsx'
import { PinDialog } from './pin-dialog.tsx'
import { useRenewals } from './renewal-store.ts'
import { SidePanel } from './side-panel.tsx'
import { StepNotice } from './step-notice.tsx'
import { SubStepList } from './sub-step-list.tsx'
import { stepsOf } from './sub-steps-of.ts'
import { isKeyGone, useKeyWatch, type KeyWatch } from './use-key-watch.ts'
import { usePinnedAction } from './use-pinned-action.ts'
import { useStepFailure } from './use-step-failure.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 初始化证书: the new key pair and the request. The PIN is always asked for. */
export function InitialiseStep({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const initialise = useRenewals((state) => state.initialise)
  const failure = useStepFailure(renewal)
  const watch = useKeyWatch(renewal, failure)
  const action = usePinnedAction(async (pin) => (pin === undefined ? undefined : initialise(renewal.id, pin)))
  const begin = () => void action.begin({ needsPin: true })
  return (
    <WizardFrame
      kind={renewal.kind}
      holder={renewal.holder}
      step="initialise"
      title={t(renewal.busy ? 'initialise.running' : 'initialise.title')}
      side={<SidePanel renewal={renewal} />}
      footer={<InitialiseFooter renewal={renewal} failure={failure} watch={watch} onRun={begin} />}
    >
      <StepNotice renewal={renewal} failure={failure} watch={watch}>
        <p className="soft">{t('initialise.lead')}</p>
        <p className="soft">{t(renewal.busy ? 'execute.doNotUnplug' : 'initialise.explain')}</p>
        {renewal.state === 'key-intended' && !renewal.busy && <p>{t('initialise.interrupted')}</p>}
      </StepNotice>
      <SubStepList subSteps={stepsOf('initialise', renewal)} />
      <PinDialog renewal={renewal} purpose={t('initialise.purpose')} action={action} />
    </WizardFrame>
  )
}

interface InitialiseFooterProps {
  readonly renewal: Renewal
  readonly failure: Failure | undefined
  readonly watch: KeyWatch
  readonly onRun: () => void
}

function InitialiseFooter({ renewal, failure, watch, onRun }: InitialiseFooterProps) {
  const { t } = useTranslation(['renewal', 'common'])
  const isBusy = useRenewals((state) => state.isPending) || renewal.busy
  const words = failure === undefined ? t('initialise.run') : t('common:retry')
  return (
    <>
      <LeaveButtons renewal={renewal} />
      <Button type="primary" loading={isBusy} disabled={!isBusy && isKeyGone(watch)} onClick={onRun}>
        {watch === 'here' ? words : t('key.continue')}
      </Button>
    </>
  )
}
