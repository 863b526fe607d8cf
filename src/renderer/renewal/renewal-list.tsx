import { useTranslation } from 'react-i18next'
import { isFinished } from '../../shared/renewal-steps.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { Candidates } from './candidates.tsx'
import { DamagedAlert } from './damaged-alert.tsx'
import { RenewalHistory } from './renewal-history.tsx'
import { useRenewals } from './renewal-store.ts'
import { UnfinishedRenewal } from './unfinished-renewal.tsx'

/** 延期与修复 outside the wizard: go on, begin, look back. */
export function RenewalList() {
  const { t } = useTranslation(['renewal', 'layout'])
  const renewals = useRenewals((state) => state.renewals)
  const failure = useRenewals((state) => state.failure)
  const unfinished = renewals.filter(({ state }) => !isFinished(state))
  return (
    <>
      <PageHeader title={t('layout:pages.renewal')} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <DamagedAlert />
      {unfinished.length > 0 && (
        <section className="list-section">
          <h2>{t('list.unfinished')}</h2>
          {unfinished.map((renewal) => (
            <UnfinishedRenewal key={renewal.id} renewal={renewal} />
          ))}
        </section>
      )}
      <Candidates />
      <RenewalHistory finished={renewals.filter(({ state }) => isFinished(state))} />
    </>
  )
}
