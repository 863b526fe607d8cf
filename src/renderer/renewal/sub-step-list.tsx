import { useTranslation } from 'react-i18next'
import type { SubStep } from '../../shared/ipc/models.ts'
import { CheckIcon, CrossIcon } from '../components/icons.tsx'
import { shortSeconds } from '../format/duration.ts'

/** What is done, what is going on and what is left, with how long it took. */
export function SubStepList({ subSteps }: { readonly subSteps: readonly SubStep[] }) {
  return (
    <>
      <ol className="sub-steps">
        {subSteps.map((subStep) => (
          <SubStepRow key={subStep.name} subStep={subStep} />
        ))}
      </ol>
      <Progress subSteps={subSteps} />
    </>
  )
}

function SubStepRow({ subStep: { name, state, durationMs } }: { readonly subStep: SubStep }) {
  const { t } = useTranslation('renewal')
  return (
    <li className={`sub-step sub-step-${state}`} aria-current={state === 'running' ? 'step' : undefined}>
      <span className="sub-step-mark" aria-hidden="true">
        {state === 'done' && <CheckIcon size={11} />}
        {state === 'failed' && <CrossIcon size={11} />}
      </span>
      <span>
        {t(`subStep.${name}`)}
        <span className="visually-hidden"> {t(`subStepState.${state}`)}</span>
      </span>
      {durationMs !== undefined && (
        <span className="sub-step-time">{t('seconds', { seconds: shortSeconds(durationMs) })}</span>
      )}
    </li>
  )
}

function Progress({ subSteps }: { readonly subSteps: readonly SubStep[] }) {
  const { t } = useTranslation('renewal')
  const total = subSteps.length
  const done = subSteps.filter(({ state }) => state === 'done').length
  if (total === 0) return null
  const words = t('progress', { done, total })
  return (
    <div className="progress">
      <div
        className="progress-track"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={words}
        aria-label={t('steps.label')}
      >
        <div className="progress-fill" style={{ width: `${(done / total) * 100}%` }} />
      </div>
      <p className="soft" aria-live="polite">
        {words}
      </p>
    </div>
  )
}
