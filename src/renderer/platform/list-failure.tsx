import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { withoutWait } from '../components/without-wait.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { usePlatform } from './platform-store.ts'
import { useLogInFor } from './use-log-in-for.ts'

interface ListFailureProps {
  readonly failure: Failure | undefined
  readonly isLoggedIn: boolean
  /** Of the list that is shown all the same. */
  readonly readAt?: string
  readonly onRetry: () => Promise<void>
}

/** Why the list is not the newest, what is shown instead, and the way to try again. */
export function ListFailure({ failure, isLoggedIn, readAt, onRetry }: ListFailureProps) {
  const { t } = useTranslation(['platform', 'common'])
  const check = usePlatform((state) => state.check)
  const knownAt = useKnownAtWords(readAt)
  const until = usePlatform(({ status }) => (status.state === 'maintenance' ? status.until : undefined))
  const isMaintenance = failure?.code === 'platform.maintenance'
  useEffect(() => {
    if (isMaintenance) void check()
  }, [isMaintenance, check])
  const needsLogin = failure === undefined ? !isLoggedIn : failure.code === 'platform.loginRequired'
  if (needsLogin) return <Expired readAt={readAt} onLoggedIn={onRetry} />
  if (failure === undefined) return null
  const end = isMaintenance && until !== undefined ? t('list.until', { until: localDateTime(new Date(until)) }) : ''
  return (
    <FailureNotice
      failure={end === '' ? failure : withoutWait(failure)}
      tone={isMaintenance ? 'info' : 'bad'}
      note={`${end}${knownAt}`}
    >
      <Button onClick={() => void onRetry()}>{t('common:retry')}</Button>
    </FailureNotice>
  )
}

interface ExpiredProps {
  readonly readAt: string | undefined
  readonly onLoggedIn: () => Promise<void>
}

function Expired({ readAt, onLoggedIn }: ExpiredProps) {
  const { t } = useTranslation(['platform', 'common'])
  const words = useKnownAtWords(readAt)
  const logIn = useLogInFor(onLoggedIn)
  return (
    <section className="notice notice-warn list-expired" aria-live="polite">
      <p>
        {t('list.expired')}
        {words}
      </p>
      <Button size="small" onClick={() => void logIn()}>
        {t('common:logIn')}
      </Button>
    </section>
  )
}

function useKnownAtWords(readAt: string | undefined): string {
  const { t } = useTranslation('platform')
  return readAt === undefined ? '' : t('list.knownAt', { at: localDateTime(new Date(readAt)) })
}
