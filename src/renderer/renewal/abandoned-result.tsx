import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Fields } from '../components/fields.tsx'
import { useNow } from '../components/use-now.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { DatesPanel } from './dates-panel.tsx'

/** What stayed, and why it was given up where there was a reason other than the user's wish. */
export function AbandonedResult({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  const { failure, old, orderId } = renewal
  // A certificate that failed a check was never put to use, and what came with it is gone.
  const wasRefused = failure?.code.startsWith('issued.') === true
  return (
    <>
      {wasRefused && <p>{t('result.refusedText')}</p>}
      <OldCertificate old={old} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {failure !== undefined && orderId !== undefined && (
        <Fields fields={[{ name: t('side.orderId'), value: orderId }]} className="read-fields" />
      )}
      <div className="result-dates">
        <DatesPanel title={t('result.oldCertificate')} dates={old} />
      </div>
      <p>{t('result.abandonedNext')}</p>
    </>
  )
}

function OldCertificate({ old }: Pick<Renewal, 'old'>) {
  const { t } = useTranslation('renewal')
  const end = new Date(old.notAfter)
  const words = end < useNow() ? 'result.oldExpired' : 'result.oldStillValid'
  return <p className="soft">{t(words, { at: localDateTime(end) })}</p>
}
