import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealModel } from '../../../shared/ipc/models-seals.ts'
import { Button } from '../../components/button.tsx'
import { PageHeader } from '../../layout/page-header.tsx'
import { EmptyPanel } from '../../platform/empty-panel.tsx'
import { ListFrame } from '../../platform/list-frame.tsx'
import { RefreshButton } from '../../platform/refresh-button.tsx'
import { useList } from '../../platform/use-list.ts'
import { useIsNarrow } from '../../platform-certificates/use-is-narrow.ts'
import '../../platform-certificates/platform-certificates.css'
import { useSealRegister } from '../register/register-store.ts'
import { isNarrowed, noConditions } from './conditions.ts'
import { RemoveDialog } from './remove-dialog.tsx'
import { SealCards } from './seal-cards.tsx'
import { SealDrawer } from './seal-drawer.tsx'
import { SealFilters } from './seal-filters.tsx'
import { SealTable } from './seal-table.tsx'
import { useSeals } from './seals-store.ts'

/** 电子印章: the seals of the account, how their review stands, and the way to a new one. */
export function SealsList({ onRequirements }: { readonly onRequirements: () => void }) {
  const { t } = useTranslation('seals')
  const list = useList(useSeals)
  const isNarrow = useIsNarrow()
  const [viewed, setViewed] = useState<SealModel>()
  const [removed, setRemoved] = useState<SealModel>()
  const isOffered = list.failure?.code !== 'seal.notOffered'
  const isAnswered = list.shown !== undefined || list.isLoading || isNarrowed(list.query)
  const List = isNarrow ? SealCards : SealTable
  return (
    <>
      <PageHeader title={t('title')} actions={<RefreshButton list={list} />} />
      <Sent />
      <div className="seal-tools">
        {isOffered && isAnswered && <SealFilters />}
        <span className="filters-space" />
        <Button onClick={onRequirements}>{t('seeRequirements')}</Button>
        {isOffered && <RegisterButton />}
      </div>
      {isOffered ? (
        <ListFrame list={list} about="seals" empty={<NothingFound />}>
          <List items={list.shown?.items ?? []} onView={setViewed} onRemove={setRemoved} />
        </ListFrame>
      ) : (
        <EmptyPanel title={t('notOffered.title')} text={t('notOffered.text')} />
      )}
      <SealDrawer seal={viewed} onClose={() => setViewed(undefined)} />
      <RemoveDialog seal={removed} onClose={() => setRemoved(undefined)} />
    </>
  )
}

function RegisterButton() {
  const { t } = useTranslation('seals')
  const open = useSealRegister((store) => store.open)
  return (
    <Button type="primary" onClick={() => open()}>
      {t('registerNew')}
    </Button>
  )
}

/** What was submitted last, until the page is left. */
function Sent() {
  const { t } = useTranslation('seals')
  const sent = useSealRegister((store) => store.sent)
  return (
    <div role="status">
      {sent !== undefined && <p className="notice notice-good">{t('sent', { name: sent.name })}</p>}
    </div>
  )
}

function NothingFound() {
  const { t } = useTranslation(['seals', 'platform'])
  const query = useSeals((list) => list.query)
  const ask = useSeals((list) => list.ask)
  if (!isNarrowed(query)) return <EmptyPanel title={t('nothing')} text={t('nothingText')} />
  return (
    <EmptyPanel title={t('platform:list.nothing')} text={t('platform:list.nothingText')}>
      <Button onClick={() => void ask(noConditions)}>{t('platform:list.clear')}</Button>
    </EmptyPanel>
  )
}
