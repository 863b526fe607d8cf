import { useId } from 'react'
import type { Card } from '../../shared/ipc/models.ts'
import { UsableByLine } from '../after-renewal/usable-by-line.tsx'
import { currentCertificates, historicalCertificates, mainCertificate } from './card.ts'
import { CardActions } from './card-actions.tsx'
import { CertificateHeading } from './certificate-heading.tsx'
import { CertificateRow } from './certificate-row.tsx'
import { DaysLeftFigure } from './days-left-figure.tsx'
import { HistoricalCertificates } from './historical-certificates.tsx'
import { RenewalWindow } from './renewal-window.tsx'
import { TrustLines } from './trust-lines.tsx'
import { ValidityBar } from './validity-bar.tsx'

interface CertificateCardProps {
  readonly card: Card
  readonly now: Date
  readonly onDetails: (card: Card) => void
}

/** One holder: a certificate, or a signing and an encryption certificate as two rows; below, what is kept for old files. */
export function CertificateCard({ card, now, onDetails }: CertificateCardProps) {
  const headingId = useId()
  const main = mainCertificate(card)
  if (main === undefined) return null
  const current = currentCertificates(card)
  const isAlone = current.length === 1
  return (
    <article className="panel certificate-card" aria-labelledby={headingId}>
      <div className="card-top">
        <CertificateHeading id={headingId} certificate={main} isAlone={isAlone} />
        <DaysLeftFigure certificate={main} now={now} />
      </div>
      {isAlone ? (
        <ValidityBar certificate={main} now={now} />
      ) : (
        current.map((certificate) => (
          <CertificateRow key={certificate.id} certificate={certificate} now={now} cardStatus={main.status} />
        ))
      )}
      <UsableByLine certificate={main} now={now} />
      <TrustLines certificate={main} />
      <HistoricalCertificates certificates={historicalCertificates(card)} />
      <RenewalWindow certificate={main} now={now} />
      <CardActions card={card} main={main} now={now} onDetails={onDetails} />
    </article>
  )
}
