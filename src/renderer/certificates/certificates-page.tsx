import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Overview } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Once } from '../components/later.tsx'
import { useNow } from '../components/use-now.ts'
import { localDate } from '../../shared/format/date-time.ts'
import { PageHeader } from '../layout/page-header.tsx'
import { CertificateDrawer, PinManagementDialog, SigningDialog } from '../later-parts.tsx'
import { PlugInNotice } from '../reminders/plug-in-notice.tsx'
import { usePins } from '../pin/pin-store.ts'
import { CheckFileButton } from '../signing/check-file-button.tsx'
import { useSigning } from '../signing/signing-store.ts'
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
      <PlugInNotice />
      {overview === undefined || overview.tokens.length === 0 ? (
        <NoTokens overview={overview} />
      ) : (
        <Tokens overview={overview} now={now} />
      )}
      <Dialogs />
    </>
  )
}

function Dialogs() {
  const isManagingPin = usePins((state) => state.tokenSerialNumber !== undefined)
  const isSigning = useSigning((state) => state.isOpen)
  return (
    <>
      <Once when={isManagingPin}>
        <PinManagementDialog />
      </Once>
      <Once when={isSigning}>
        <SigningDialog />
      </Once>
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
          cards={cards.filter(({ tokenSerialNumber }) => isKnownAs(token, tokenSerialNumber))}
          now={now}
          isOnly={tokens.length === 1}
          onDetails={showDetails}
        />
      ))}
      <Once when={shownId !== undefined}>
        <CertificateDrawer
          card={cards.find(({ id }) => id === shownId)}
          tokens={tokens}
          onClose={() => setShownId(undefined)}
        />
      </Once>
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
  const judgedOn = useRef(today)
  useEffect(() => {
    if (judgedOn.current === today) return
    judgedOn.current = today
    void load()
  }, [load, today])
}
