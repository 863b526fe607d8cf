import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { CodeInput, type CodeInputHandle } from './code-input.tsx'
import { useRenewals } from './renewal-store.ts'
import { SidePanel } from './side-panel.tsx'
import { SmsSent } from './sms-sent.tsx'
import { useStepFailure } from './use-step-failure.ts'
import { VerifyFooter } from './verify-footer.tsx'
import { WizardFrame } from './wizard-frame.tsx'

/** 短信验证: ask for the message, type its code. */
export function VerifyStep({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const codeRef = useRef<CodeInputHandle>(null)
  const failure = useStepFailure(renewal)
  const isBusy = useRenewals((state) => state.isPending) || renewal.busy
  return (
    <WizardFrame
      kind={renewal.kind}
      holder={renewal.holder}
      step="verify"
      title={t('verify.title')}
      side={<SidePanel renewal={renewal} />}
      footer={<VerifyFooter renewal={renewal} isBusy={isBusy} onSubmit={() => codeRef.current?.submit()} />}
    >
      <p className="soft">{t(renewal.state === 'started' ? 'verify.notOrdered' : 'verify.lead')}</p>
      <CodeEntry renewal={renewal} isBusy={isBusy} codeRef={codeRef} />
      <p role="status" className="soft">
        {isBusy && t('verify.working')}
        {!isBusy &&
          failure === undefined &&
          renewal.sms &&
          t('verify.attemptsLeft', { count: renewal.sms.attemptsLeft })}
      </p>
      {failure !== undefined && !isBusy && <FailureNotice failure={failure} />}
    </WizardFrame>
  )
}

interface CodeEntryProps {
  readonly renewal: Renewal
  readonly isBusy: boolean
  readonly codeRef: { readonly current: CodeInputHandle | null }
}

function CodeEntry({ renewal, isBusy, codeRef }: CodeEntryProps) {
  const verifySms = useRenewals((state) => state.verifySms)
  const { id, sms } = renewal
  if (sms === undefined) return null
  // A code that was refused makes room for the next one; one that never arrived stays, to be sent again.
  const verify = async (code: string) => {
    await verifySms(id, code)
    const wasRefused = useRenewals.getState().failure?.code.startsWith('sms.')
    if (wasRefused === true) codeRef.current?.clear()
  }
  return (
    <>
      <SmsSent renewalId={id} sms={sms} isBusy={isBusy} />
      <CodeInput
        key={sms.resendAt}
        handleRef={codeRef}
        length={sms.codeLength}
        isDisabled={isBusy}
        onComplete={(code) => void verify(code)}
      />
    </>
  )
}
