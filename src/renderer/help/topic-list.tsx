import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Skeleton } from '../components/skeleton.tsx'
import { useHelp } from './help-store.ts'
import { LinkList } from './link-list.tsx'

/** All articles, by what they are about. */
export function TopicList({ ref }: { readonly ref: Ref<HTMLDivElement> }) {
  const { t } = useTranslation(['help', 'common'])
  const { topics, topicsFailure, readTopics, open } = useHelp()
  if (topics === undefined) {
    return topicsFailure === undefined ? (
      <div role="status" aria-label={t('loadingTopics')}>
        <Skeleton rows={6} />
      </div>
    ) : (
      <FailureNotice failure={topicsFailure}>
        <Button onClick={() => void readTopics()}>{t('common:retry')}</Button>
      </FailureNotice>
    )
  }
  return (
    <div ref={ref} className="help-topics">
      {topics.map(({ name, articles }) => (
        <div key={name} className="panel">
          <LinkList title={t(`topic.${name}`)} links={articles} onOpen={open} />
        </div>
      ))}
    </div>
  )
}
