import { useTranslation } from 'react-i18next'
import { localDate } from '../../shared/format/date-time.ts'
import type { ContentSource } from '../../shared/ipc/models-content.ts'
import { call } from '../desktop.ts'
import { ContentFrame } from './content-frame.tsx'
import { PlatformText } from './platform-text.tsx'
import { useContent } from './use-content.ts'

const ask = (id: string, source: ContentSource) => call('content:read-announcement', { id, source })

/** One announcement; opened, it counts as read. */
export function AnnouncementView({ id }: { readonly id: string }) {
  const { t } = useTranslation('content')
  const answer = useContent(ask, id)
  return (
    <ContentFrame answer={answer}>
      {({ title, publishedAt, blocks }) => (
        <PlatformText
          text={{ kind: 'announcement', id }}
          title={title}
          note={t('published', { date: localDate(new Date(publishedAt)) })}
          blocks={blocks}
        />
      )}
    </ContentFrame>
  )
}
