import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { wizardStep } from '../../shared/renewal-steps.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { Button } from '../components/button.tsx'
import { cardGroups } from '../format/grouped.ts'
import { AbandonButton } from './abandon-button.tsx'
import { useRenewals } from './renewal-store.ts'
import { safetyOf } from './safety.ts'
import { StepWords } from './step-words.tsx'

/** What is done and what is left, with the way back in. */
export function UnfinishedRenewal({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'certificates', 'common'])
  const resume = useRenewals((state) => state.resume)
  const kind = t(`kind.${renewal.kind}`)
  const words = t('list.resume', { kind })
  const labelled = (action: string) => t('certificates:actionFor', { action, holder: renewal.holder })
  return (
    <article className="panel unfinished">
      <div className="list-text">
        <h3>
          <span className="holder-name">{renewal.holder}</span> <span className="tag tag-warn">{kind}</span>
        </h3>
        <p>
          <StateWords renewal={renewal} />
        </p>
        <StepWords renewal={renewal} />
        <p className="safe-words">{t(`safety.${safetyOf(renewal.state)}`)}</p>
        <p className="soft">
          {t('certificates:token.heading', { cardNumber: cardGroups(renewal.cardNumber) })}
          {t('common:separator')}
          {t('list.startedAt', { at: localDateTime(new Date(renewal.startedAt)) })}
        </p>
      </div>
      <div className="unfinished-actions">
        <AbandonButton renewal={renewal} label={labelled(t('abandon.open'))} />
        <Button type="primary" aria-label={labelled(words)} onClick={() => resume(renewal.id)}>
          {words}
        </Button>
      </div>
    </article>
  )
}

function StateWords({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  if (renewal.failure?.code === 'renewal.inReview') return t('state.review')
  if (renewal.busy) return t('state.running')
  if (renewal.state === 'started') return t('state.started')
  const safety = safetyOf(renewal.state)
  if (safety !== 'untouched') return t(`state.${safety}`)
  const step = wizardStep(renewal.state)
  // A finished renewal is not listed here.
  return step === 'result' ? null : t(`state.${step}`)
}
