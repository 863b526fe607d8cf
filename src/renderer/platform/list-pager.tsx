import { Pagination } from 'antd'
import { useTranslation } from 'react-i18next'

interface ListPagerProps {
  readonly list: { readonly total: number; readonly pageSize: number }
  /** The page that is shown or awaited. */
  readonly page: number
  readonly onPage: (page: number) => void
}

/** How many there are, and the way to the others where they do not fit on one page. */
export function ListPager({ list: { total, pageSize }, page, onPage }: ListPagerProps) {
  const { t } = useTranslation('platform')
  if (total === 0) return null
  return (
    <nav className="list-pager" aria-label={t('list.pages')}>
      <span className="soft">{t('list.total', { total })}</span>
      {total > pageSize && (
        <Pagination current={page} pageSize={pageSize} total={total} showSizeChanger={false} onChange={onPage} />
      )}
    </nav>
  )
}
