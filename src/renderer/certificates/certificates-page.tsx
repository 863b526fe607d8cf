import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Overview } from '../../shared/ipc/models.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useNow } from '../components/use-now.ts'
import { localDate } from '../format/date-time.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { PinManagementDialog } from '../pin/pin-management-dialog.tsx'
import { CheckFileButton } from '../signing/check-file-button.tsx'
import { SigningDialog } from '../signing/signing-dialog.tsx'
import { CertificateDrawer } from './certificate-drawer.tsx'
import { useCertificates } from './certificates-store.ts'
import { ClockNotice } from './clock-notice.tsx'
import { NoTokens } from './no-tokens.tsx'
import { PartialNotice } from './partial-notice.tsx'
import { RecheckButton } from './recheck-button.tsx'
import { TokenSection } from './token-section.tsx'
import { UrgentBanner } from './urgent-banner.tsx'
import './certificates.css'

export function CertificatesPage() {
  const { t } = useTranslation('layout')
  const overview = useCertificates((state) => state.overview)
  const failure = useCertificates((state) => state.failure)
  const now = useNow()
  useFreshStatus(localDate(now))
  return (
    <>
      <PageHeader title={t('pages.certificates')} actions={<PageActions />} />
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ClockNotice />
      {overview === undefined || overview.tokens.length === 0 ? (
        <NoTokens overview={overview} />
      ) : (
        <Tokens overview={overview} now={now} />
      )}
      <PinManagementDialog />
      <SigningDialog />
    </>
  )
}

/** A file can be checked without a key. */
function PageActions() {
  return (
    <div className="page-actions">
      <CheckFileButton />
      <RecheckButton />
    </div>
  )
}

function Tokens({ overview, now }: { readonly overview: Overview; readonly now: Date }) {
  const [shownId, setShownId] = useState<string>()
  const { tokens, cards } = overview
  const showDetails = (card: Card) => setShownId(card.id)
  return (
    <>
      <UrgentBanner cards={cards} now={now} />
      <PartialNotice modules={overview.modules} />
      {tokens.map((token) => (
        <TokenSection
          key={token.serialNumber}
          token={token}
          cards={cards.filter(({ tokenSerialNumber }) => tokenSerialNumber === token.serialNumber)}
          now={now}
          isOnly={tokens.length === 1}
          onDetails={showDetails}
        />
      ))}
      <CertificateDrawer
        card={cards.find(({ id }) => id === shownId)}
        tokens={tokens}
        onClose={() => setShownId(undefined)}
      />
    </>
  )
}

/** The statuses are main's: ask again on a new day and when the window is looked at again. */
function useFreshStatus(today: string): void {
  const load = useCertificates((state) => state.load)
  useEffect(() => {
    const ask = () => void load()
    window.addEventListener('focus', ask)
    return () => window.removeEventListener('focus', ask)
  }, [load])
  useEffect(() => {
    void load()
  }, [load, today])
}
