import { useTranslation } from 'react-i18next'
import { localDateTime } from '../../shared/format/date-time.ts'
import { Button } from '../components/button.tsx'
import type { ListChannel, ListState } from './list-store.ts'

/** When the list was read, and the way to read it again. */
export function RefreshButton<C extends ListChannel>({ list }: { readonly list: ListState<C> }) {
  const { t } = useTranslation('platform')
  const { shown, isLoading, reload } = list
  if (shown === undefined) return null
  return (
    <>
      <span className="soft">{t('list.readAt', { at: localDateTime(new Date(shown.readAt)) })}</span>
      <Button loading={isLoading} onClick={() => void reload()}>
        {t(isLoading ? 'list.refreshing' : 'list.refresh')}
      </Button>
    </>
  )
}
