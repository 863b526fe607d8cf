import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { Button } from '../components/button.tsx'
import { PageHeader } from '../layout/page-header.tsx'
import { EmptyPanel } from '../platform/empty-panel.tsx'
import { ListFrame } from '../platform/list-frame.tsx'
import { RefreshButton } from '../platform/refresh-button.tsx'
import { useList } from '../platform/use-list.ts'
import { CertificateCards } from './certificate-cards.tsx'
import { CertificateFilters } from './certificate-filters.tsx'
import { CertificateTable } from './certificate-table.tsx'
import { isNarrowed, noConditions } from './conditions.ts'
import { PlatformCertificateDrawer } from './platform-certificate-drawer.tsx'
import { usePlatformCertificates } from './platform-certificates-store.ts'
import { useIsNarrow } from './use-is-narrow.ts'
import './platform-certificates.css'

/** 平台证书: what the platform has for the account, matched with what is plugged in. */
export function PlatformCertificatesPage() {
  const { t } = useTranslation('layout')
  const list = useList(usePlatformCertificates)
  const isNarrow = useIsNarrow()
  const [detailsOf, setDetailsOf] = useState<PlatformCertificate>()
  const items = list.shown?.items ?? []
  const isOffered = list.shown !== undefined || list.isLoading || isNarrowed(list.query)
  const List = isNarrow ? CertificateCards : CertificateTable
  return (
    <>
      <PageHeader title={t('pages.platform-certificates')} actions={<RefreshButton list={list} />} />
      {isOffered && <CertificateFilters />}
      <ListFrame list={list} about="certificates" empty={<NothingFound />}>
        <List items={items} onDetails={setDetailsOf} />
      </ListFrame>
      <PlatformCertificateDrawer certificate={detailsOf} onClose={() => setDetailsOf(undefined)} />
    </>
  )
}

function NothingFound() {
  const { t } = useTranslation('platform')
  const query = usePlatformCertificates((state) => state.query)
  const ask = usePlatformCertificates((state) => state.ask)
  if (!isNarrowed(query)) return <EmptyPanel title={t('certificates.nothing')} text={t('certificates.nothingText')} />
  return (
    <EmptyPanel title={t('list.nothing')} text={t('list.nothingText')}>
      <Button onClick={() => void ask(noConditions)}>{t('list.clear')}</Button>
    </EmptyPanel>
  )
}
