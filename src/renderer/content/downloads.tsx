import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ContentSource } from '../../shared/ipc/models-content.ts'
import { call } from '../desktop.ts'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ListPager } from '../platform/list-pager.tsx'
import { ContentFrame } from './content-frame.tsx'
import { DownloadRow } from './download-row.tsx'
import { useTransfers } from './transfers-store.ts'
import { useContent } from './use-content.ts'

const ask = (page: number, source: ContentSource) => call('content:list-downloads', { page, source })

/** 下载: the platform's files, and how far each has come. */
export function Downloads() {
  const { t } = useTranslation('content')
  const [page, setPage] = useState(1)
  const answer = useContent(ask, page)
  const load = useTransfers((state) => state.load)
  useEffect(() => void load(), [load])
  return (
    <ContentFrame answer={answer}>
      {(list) => (
        <>
          {list.items.length === 0 && <EmptyPanel title={t('download.nothing')} text={t('download.nothingText')} />}
          {list.items.length > 0 && (
            <>
              <p className="soft">{t('download.safety')}</p>
              <ul className="panel content-list" aria-label={t('download.list')}>
                {list.items.map((item) => (
                  <DownloadRow key={item.id} item={item} />
                ))}
              </ul>
            </>
          )}
          <ListPager list={list} page={page} onPage={setPage} />
        </>
      )}
    </ContentFrame>
  )
}
