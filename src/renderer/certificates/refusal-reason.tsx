import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSentences } from '../i18n/use-sentences.ts'

/** Why there is no button, and what to do instead. */
export function RefusalReason({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation('certificates')
  const text = useFailureText()
  const sentences = useSentences()
  const { actionRefusal, status } = certificate
  if (actionRefusal !== undefined) {
    const { cause, nextStep } = text(actionRefusal)
    return (
      <div className="refusal">
        <p>{sentences(cause, nextStep)}</p>
        <FailureCode failure={actionRefusal} />
      </div>
    )
  }
  const isKnown = status === 'not-yet-valid' || status === 'no-private-key' || status === 'unreadable'
  return <p className="refusal">{t(`reason.${isKnown ? status : 'other'}`)}</p>
}
