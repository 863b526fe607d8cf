import { useTranslation } from 'react-i18next'
import type { Card } from '../../shared/ipc/models.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useCertificates } from './certificates-store.ts'

/** How the last export of this card ended. */
export function ExportResult({ card }: { readonly card: Card }) {
  const { t } = useTranslation('certificates')
  const text = useFailureText()
  const exported = useCertificates((state) => state.exported)
  const isOfCard = card.certificates.some(({ id }) => id === exported?.certificateId)
  const outcome = isOfCard ? exported : undefined
  return (
    <div className="export-result" aria-live="polite">
      {outcome?.failure !== undefined && (
        <>
          <p>{`${text(outcome.failure).title} ${text(outcome.failure).nextStep}`}</p>
          <FailureCode failure={outcome.failure} />
        </>
      )}
      {outcome?.savedAs !== undefined && t('exported', { fileName: outcome.savedAs })}
      {outcome !== undefined && outcome.failure === undefined && outcome.savedAs === undefined && t('exportCancelled')}
    </div>
  )
}
