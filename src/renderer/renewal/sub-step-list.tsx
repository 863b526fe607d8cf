import { useTranslation } from 'react-i18next'
import { CheckIcon, CrossIcon, DashIcon } from '../components/icons.tsx'
import { shortSeconds } from '../format/duration.ts'
import { countSteps, type ShownSubStep } from './sub-steps-of.ts'

/** What is done, what is going on and what is left, with how long it took. */
export function SubStepList({ subSteps }: { readonly subSteps: readonly ShownSubStep[] }) {
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

function SubStepRow({ subStep: { name, state, durationMs } }: { readonly subStep: ShownSubStep }) {
  const { t } = useTranslation('renewal')
  return (
    <li className={`sub-step sub-step-${state}`} aria-current={state === 'running' ? 'step' : undefined}>
      <span className="sub-step-mark" aria-hidden="true">
        {state === 'done' && <CheckIcon size={11} />}
        {state === 'failed' && <CrossIcon size={11} />}
        {state === 'skipped' && <DashIcon size={11} />}
      </span>
      <span>
        {t(`subStep.${name}`)}
        <span className={state === 'skipped' ? 'soft' : 'visually-hidden'}> {t(`subStepState.${state}`)}</span>
      </span>
      {durationMs !== undefined && (
        <span className="sub-step-time">{t('seconds', { seconds: shortSeconds(durationMs) })}</span>
      )}
    </li>
  )
}

function Progress({ subSteps }: { readonly subSteps: readonly ShownSubStep[] }) {
  const { t } = useTranslation('renewal')
  const { done, total } = countSteps(subSteps)
  if (total === 0) return null
  const words = t('progress', { done, total })
  // Seen in the list; heard, a count alone would not say what is being done.
  const running = subSteps.find(({ state }) => state === 'running')
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
        {running !== undefined && <span className="visually-hidden">{t(`subStep.${running.name}`)} </span>}
        {words}
      </p>
    </div>
  )
}
