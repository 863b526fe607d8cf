import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { DatesPanel } from './dates-panel.tsx'

/** What stayed, and why it was given up where there was a reason other than the user's wish. */
export function AbandonedResult({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  return (
    <>
      <p className="soft">{t('result.abandonedText')}</p>
      {renewal.failure !== undefined && <FailureNotice failure={renewal.failure} />}
      <div className="result-dates">
        <DatesPanel title={t('result.oldCertificate')} dates={renewal.old} />
      </div>
      <p>{t('result.abandonedNext')}</p>
    </>
  )
}
