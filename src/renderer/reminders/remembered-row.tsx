import { useTranslation } from 'react-i18next'
import { calendarDaysUntil } from '../../shared/format/calendar-days.ts'
import { localDate, localDateTime } from '../../shared/format/date-time.ts'
import type { RememberedModel } from '../../shared/ipc/models-reminders.ts'
import { lastDays } from '../../shared/reminders/thresholds.ts'
import { Button } from '../components/button.tsx'
import { useReminders } from './reminders-store.ts'

interface RememberedRowProps {
  readonly certificate: RememberedModel
  readonly now: Date
  /** Are reminders on at all? */
  readonly isOn: boolean
}

export function RememberedRow({ certificate, now, isOn }: RememberedRowProps) {
  const { t } = useTranslation('reminders')
  const { holder, cardNumber, notAfter, lastSeenAt, renewableFrom, isPluggedIn, isMuted } = certificate
  const begin = renewableFrom === undefined ? undefined : new Date(renewableFrom)
  return (
    <li className="remembered-row">
      <div className="remembered-text">
        <p className="remembered-name">
          <strong>{holder}</strong>
          <DaysTag end={new Date(notAfter)} now={now} />
          {isMuted && certificate.canMute && isOn && <span className="tag">{t('muted')}</span>}
        </p>
        <p className="soft remembered-facts">
          <span>{t('card', { cardNumber })}</span>
          <span>{t('end', { at: localDateTime(new Date(notAfter)) })}</span>
          <span>{isPluggedIn ? t('here') : t('seen', { at: localDate(new Date(lastSeenAt)) })}</span>
          {begin !== undefined && begin > now && <span>{t('from', { at: localDate(begin) })}</span>}
        </p>
        {!certificate.canMute && <p className="soft remembered-facts">{t('lastDays', { days: lastDays })}</p>}
      </div>
      <RowActions certificate={certificate} />
    </li>
  )
}

function DaysTag({ end, now }: { readonly end: Date; readonly now: Date }) {
  const { t } = useTranslation('reminders')
  const days = calendarDaysUntil(end, now)
  const tone = end < now ? 'tag-bad' : days <= lastDays ? 'tag-warn' : ''
  const words = days > 0 ? 'left' : days < 0 ? 'ago' : end < now ? 'endedToday' : 'today'
  return <span className={`tag ${tone}`}>{t(`days.${words}`, { count: Math.abs(days) })}</span>
}

function RowActions({ certificate }: { readonly certificate: RememberedModel }) {
  const { t } = useTranslation('reminders')
  const mute = useReminders((state) => state.mute)
  const forget = useReminders((state) => state.forget)
  const { fingerprint, holder, isMuted, canMute } = certificate
  const words = isMuted ? t('unmute') : t('mute')
  return (
    <div className="remembered-actions">
      {canMute && (
        <Button aria-label={t('actionFor', { action: words, holder })} onClick={() => void mute(fingerprint, !isMuted)}>
          {words}
        </Button>
      )}
      <Button aria-label={t('actionFor', { action: t('forget'), holder })} onClick={() => void forget(fingerprint)}>
        {t('forget')}
      </Button>
    </div>
  )
}
