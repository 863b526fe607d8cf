import { useTranslation } from 'react-i18next'
import type { Card, Certificate } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { SigningButton } from '../signing/signing-button.tsx'
import { isInOrder, isTooEarly } from './card.ts'
import { ExportMenu } from './export-menu.tsx'
import { ExportResult } from './export-result.tsx'
import { RefusalReason } from './refusal-reason.tsx'
import { useHolderName } from './use-holder-name.ts'
import { useRenewalOf } from './use-renewal-of.ts'

interface CardActionsProps {
  readonly card: Card
  readonly main: Certificate
  readonly now: Date
  readonly onDetails: (card: Card) => void
}

export function CardActions({ card, main, now, onDetails }: CardActionsProps) {
  const { t } = useTranslation('certificates')
  return (
    <>
      {main.action === 'none' && <RefusalReason certificate={main} />}
      <div className="card-actions">
        <MainButton certificate={main} now={now} />
        <Button onClick={() => onDetails(card)}>{t('details')}</Button>
        {main.status !== 'unreadable' && <SigningButton card={card} main={main} />}
        {main.status !== 'unreadable' && <ExportMenu certificates={card.certificates} />}
        <ExportResult card={card} />
      </div>
    </>
  )
}

/** The one thing to do, chosen by the dates; a certificate in order offers it without urging. */
function MainButton({ certificate, now }: { readonly certificate: Certificate; readonly now: Date }) {
  const { t } = useTranslation('certificates')
  const holderName = useHolderName()
  const { unfinished, open } = useRenewalOf(certificate)
  const offer = unfinished === undefined ? certificate.action : 'resume'
  if (offer === 'none') return null
  const words = t(`action.${offer}`)
  const isUrgent = unfinished !== undefined || !(isInOrder(certificate) || isTooEarly(certificate, now))
  return (
    <Button
      type={isUrgent ? 'primary' : 'default'}
      aria-label={t('actionFor', { action: words, holder: holderName(certificate) })}
      onClick={open}
    >
      {words}
    </Button>
  )
}
