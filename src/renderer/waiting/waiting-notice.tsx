import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenWaiting } from '../../shared/ipc/models-waiting.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import { localTimeToSecond } from '../../shared/format/date-time.ts'
import { useWaiting } from './waiting-store.ts'
import './waiting.css'

/** Where the user waits: in the PIN form, in a step. Of several at a time only the last one shows it. */
export function WaitingHere() {
  const place = useId()
  const take = useWaiting((state) => state.take)
  const isLast = useWaiting((state) => state.places.at(-1) === place)
  useEffect(() => take(place), [take, place])
  return isLast ? <WaitingNotices /> : null
}

/** Over every page, while nothing on it shows it by itself. */
export function WaitingAnywhere() {
  const isShownElsewhere = useWaiting((state) => state.places.length > 0)
  return isShownElsewhere ? null : <WaitingNotices />
}

/** The region is always there, so that a notice is read out when it comes. */
function WaitingNotices() {
  const waits = useWaiting((state) => state.waits)
  return (
    <div className="waiting" role="status">
      {waits.map((waiting) => (
        <WaitingNotice key={waiting.id} waiting={waiting} />
      ))}
    </div>
  )
}

function WaitingNotice({ waiting }: { readonly waiting: TokenWaiting }) {
  const { t } = useTranslation(['waiting', 'common'])
  const { id, kind, moduleName, tokenSerialNumber, until, canStop } = waiting
  const waitLonger = useWaiting((state) => state.waitLonger)
  const stop = useWaiting((state) => state.stop)
  const card = tokenSerialNumber === undefined ? [] : [t('card', { cardNumber: cardGroups(tokenSerialNumber) })]
  return (
    <div className="notice notice-info">
      <p className="notice-title">{t('title')}</p>
      <p>
        {t('text')}
        {t(`otherwise.${kind}`)}
      </p>
      <p className="waiting-facts">{[...card, t('module', { name: moduleName })].join(t('common:separator'))}</p>
      <div className="notice-actions waiting-actions">
        <Button onClick={() => void waitLonger(id)}>{t('longer')}</Button>
        {canStop && <Button onClick={() => void stop(id)}>{t('stop')}</Button>}
        <span className="waiting-until">{t('until', { at: localTimeToSecond(new Date(until)) })}</span>
      </div>
    </div>
  )
}
