import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { wizardStep } from '../../shared/renewal-steps.ts'
import { localDateTime } from '../format/date-time.ts'
import { cardGroups } from '../format/grouped.ts'
import { useRenewals } from './renewal-store.ts'
import { stepsFrom } from './wizard-steps.tsx'

/** What is done and what is left, with the way back in. */
export function UnfinishedRenewal({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'certificates', 'common'])
  const resume = useRenewals((state) => state.resume)
  const kind = t(`kind.${renewal.kind}`)
  const words = t('list.resume', { kind })
  return (
    <article className="panel unfinished">
      <div className="list-text">
        <h3>
          <span className="holder-name">{renewal.holder}</span> <span className="tag tag-warn">{kind}</span>
        </h3>
        <p>
          <StateWords renewal={renewal} />
        </p>
        <RemainingSteps renewal={renewal} />
        <p className="soft">
          {t('certificates:token.heading', { cardNumber: cardGroups(renewal.cardNumber) })}
          {t('common:separator')}
          {t('list.startedAt', { at: localDateTime(new Date(renewal.startedAt)) })}
        </p>
      </div>
      <Button
        type="primary"
        aria-label={t('certificates:actionFor', { action: words, holder: renewal.holder })}
        onClick={() => resume(renewal.id)}
      >
        {words}
      </Button>
    </article>
  )
}

function StateWords({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation('renewal')
  if (renewal.failure?.code === 'renewal.inReview') return t('state.review')
  if (renewal.busy) return t('state.running')
  if (renewal.state === 'started') return t('state.started')
  const step = wizardStep(renewal.state)
  // A finished renewal is not listed here.
  return step === 'result' ? null : t(`state.${step}`)
}

function RemainingSteps({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'common'])
  const words = stepsFrom(wizardStep(renewal.state)).map((step) =>
    step === 'execute' ? t(`steps.execute.${renewal.kind}`) : t(`steps.${step}`),
  )
  return <p className="soft">{t('remaining', { steps: words.join(t('common:list')) })}</p>
}
