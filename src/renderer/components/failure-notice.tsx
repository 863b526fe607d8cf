import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { Button } from './button.tsx'
import { FailureCode } from './failure-code.tsx'
import { isMendedInSettings } from './mended-in-settings.ts'
import './components.css'

interface FailureNoticeProps {
  readonly failure: Failure
  /** `warn` for what is taken care of so far; `info` for what is no fault, such as a review that takes its time. */
  readonly tone?: 'bad' | 'warn' | 'info'
  /** More that is known about it. */
  readonly note?: string
  readonly children?: ReactNode
}

/** What happened, what to do next, and the code for support; the buttons that mend it are its children. */
export function FailureNotice({ failure, tone = 'bad', note = '', children }: FailureNoticeProps) {
  const { t } = useTranslation()
  const text = useFailureText()(failure)
  const go = useNavigation((state) => state.go)
  const isOnSettings = useNavigation((state) => state.page === 'settings')
  const leadsToSettings = isMendedInSettings(failure) && !isOnSettings
  return (
    <div className={`notice notice-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <p className="notice-title">{text.title}</p>
      <p>
        {text.cause}
        {text.facts.join('')}
      </p>
      <p>{text.nextStep}</p>
      {note !== '' && <p>{note}</p>}
      <FailureCode failure={failure} />
      {(leadsToSettings || children !== undefined) && (
        <div className="notice-actions">
          {leadsToSettings && <Button onClick={() => go('settings')}>{t('goToSettings')}</Button>}
          {children}
        </div>
      )}
    </div>
  )
}
