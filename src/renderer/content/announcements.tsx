import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { localDate } from '../../shared/format/date-time.ts'
import type { AnnouncementSummary, ContentSource } from '../../shared/ipc/models-content.ts'
import { call } from '../desktop.ts'
import { useHelp } from '../help/help-store.ts'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ListPager } from '../platform/list-pager.tsx'
import { ContentFrame } from './content-frame.tsx'
import { useContent } from './use-content.ts'

const ask = (page: number, source: ContentSource) => call('content:list-announcements', { page, source })

/** 公告, those on top first; each is opened in its place. */
export function Announcements() {
  const { t } = useTranslation('content')
  const [page, setPage] = useState(1)
  const answer = useContent(ask, page)
  return (
    <ContentFrame answer={answer}>
      {(list) => (
        <>
          {list.items.length === 0 && (
            <EmptyPanel title={t('announcement.nothing')} text={t('announcement.nothingText')} />
          )}
          {list.items.length > 0 && (
            <ul className="panel content-list" aria-label={t('announcement.list')}>
              {list.items.map((announcement) => (
                <Announcement key={announcement.id} announcement={announcement} />
              ))}
            </ul>
          )}
          <ListPager list={list} page={page} onPage={setPage} />
        </>
      )}
    </ContentFrame>
  )
}

function Announcement({ announcement }: { readonly announcement: AnnouncementSummary }) {
  const { t } = useTranslation('content')
  const open = useHelp((state) => state.open)
  const { id, title, pinned, isUnread, publishedAt } = announcement
  return (
    <li className="content-row">
      <button type="button" className="content-title" onClick={() => open(`announcement:${id}`)}>
        {isUnread && (
          <>
            <span className="content-unread" aria-hidden="true" />
            <span className="visually-hidden">{t('announcement.isUnread')}</span>
          </>
        )}
        <span className={isUnread ? 'content-name content-new' : 'content-name'}>{title}</span>
        {pinned && <span className="tag">{t('announcement.pinned')}</span>}
      </button>
      <span className="soft nowrap">{localDate(new Date(publishedAt))}</span>
    </li>
  )
}
