import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { Skeleton } from '../components/skeleton.tsx'
import type { ContentAnswer } from './use-content.ts'
import './content.css'

interface ContentFrameProps<T> {
  readonly answer: ContentAnswer<T>
  readonly children: (value: T) => ReactNode
}

/** What the platform has published has around it: how old it is, why it is not newer, and the way to ask again. */
export function ContentFrame<T extends { readonly fetchedAt: string }>({ answer, children }: ContentFrameProps<T>) {
  const { t } = useTranslation(['content', 'common'])
  const { value, failure, isLoading, reload } = answer
  const known = value === undefined ? undefined : localDateTime(new Date(value.fetchedAt))
  return (
    <div className="content">
      {failure !== undefined && (
        <FailureNotice
          failure={failure}
          tone={known === undefined ? 'bad' : 'warn'}
          note={known === undefined ? '' : t('knownAt', { at: known })}
        >
          <Button onClick={reload}>{t('common:retry')}</Button>
        </FailureNotice>
      )}
      {value === undefined && isLoading && <Loading />}
      {value !== undefined && children(value)}
      {known !== undefined && failure === undefined && (
        <p className="content-age">
          <span className="soft">{t('fetchedAt', { at: known })}</span>
          <Button size="small" loading={isLoading} onClick={reload}>
            {t(isLoading ? 'refreshing' : 'refresh')}
          </Button>
        </p>
      )}
    </div>
  )
}

function Loading() {
  const { t } = useTranslation('content')
  return (
    <div className="panel" role="status" aria-label={t('loading')}>
      <Skeleton rows={5} />
    </div>
  )
}
