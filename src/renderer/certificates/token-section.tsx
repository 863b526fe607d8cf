import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Card, Token } from '../../shared/ipc/models.ts'
import { cardGroups } from '../format/grouped.ts'
import { KnownPinNotice } from '../pin/known-pin-notice.tsx'
import { PinManagementButton } from '../pin/pin-management-button.tsx'
import { CertificateCard } from './certificate-card.tsx'
import { EmptyToken } from './empty-token.tsx'

interface TokenSectionProps {
  readonly token: Token
  readonly cards: readonly Card[]
  readonly now: Date
  /** With one token the chip above already names it. */
  readonly isOnly: boolean
  readonly onDetails: (card: Card) => void
}

export function TokenSection({ token, cards, now, isOnly, onDetails }: TokenSectionProps) {
  const { t } = useTranslation('certificates')
  const headingId = useId()
  return (
    <section className="token-section" aria-labelledby={headingId}>
      <div className="token-bar">
        <h2 id={headingId} className={isOnly ? 'visually-hidden' : 'token-heading'}>
          {t('token.heading', { cardNumber: cardGroups(token.cardNumber) })}
          {token.label !== '' && <span className="soft token-label">{t('token.label', { label: token.label })}</span>}
        </h2>
        <PinManagementButton token={token} />
      </div>
      <KnownPinNotice token={token} />
      {cards.length === 0 && <EmptyToken />}
      {cards.map((card) => (
        <CertificateCard key={card.id} card={card} now={now} onDetails={onDetails} />
      ))}
    </section>
  )
}
