import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { FinishedRenewal } from './finished-renewal.tsx'

const shownAtFirst = 5

/** 办理记录: what has ended, newest first; the first few until the user wants all. */
export function RenewalHistory({ finished }: { readonly finished: readonly Renewal[] }) {
  const { t } = useTranslation('renewal')
  const [showsAll, setShowsAll] = useState(false)
  if (finished.length === 0) return null
  const sorted = [...finished].sort((one, other) => endOf(other).localeCompare(endOf(one)))
  const shown = showsAll ? sorted : sorted.slice(0, shownAtFirst)
  return (
    <section className="list-section">
      <h2>{t('list.history')}</h2>
      <ul className="panel list">
        {shown.map((renewal) => (
          <FinishedRenewal key={renewal.id} renewal={renewal} />
        ))}
      </ul>
      {shown.length < sorted.length && (
        <Button className="list-more" onClick={() => setShowsAll(true)}>
          {t('list.showAll', { count: sorted.length })}
        </Button>
      )}
    </section>
  )
}

function endOf({ finishedAt, startedAt }: Renewal): string {
  return finishedAt ?? startedAt
}
