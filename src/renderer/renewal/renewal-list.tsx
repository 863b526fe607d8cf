import { useTranslation } from 'react-i18next'
import { isFinished } from '../../shared/renewal-steps.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { Candidates } from './candidates.tsx'
import { FinishedRenewal } from './finished-renewal.tsx'
import { useRenewals } from './renewal-store.ts'
import { UnfinishedRenewal } from './unfinished-renewal.tsx'

const shownInHistory = 5

/** 延期与修复 outside the wizard: go on, begin, look back. */
export function RenewalList() {
  const { t } = useTranslation(['renewal', 'layout'])
  const renewals = useRenewals((state) => state.renewals)
  const failure = useRenewals((state) => state.failure)
  const unfinished = renewals.filter(({ state }) => !isFinished(state))
  const finished = renewals.filter(({ state }) => isFinished(state)).slice(0, shownInHistory)
  return (
    <>
      <PageHeader title={t('layout:pages.renewal')} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      {unfinished.length > 0 && (
        <section className="list-section">
          <h2>{t('list.unfinished')}</h2>
          {unfinished.map((renewal) => (
            <UnfinishedRenewal key={renewal.id} renewal={renewal} />
          ))}
        </section>
      )}
      <Candidates />
      {finished.length > 0 && (
        <section className="list-section">
          <h2>{t('list.history')}</h2>
          <ul className="panel list">
            {finished.map((renewal) => (
              <FinishedRenewal key={renewal.id} renewal={renewal} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}
