import { useTranslation } from 'react-i18next'
import type { RenewalKind, WizardStep } from '../../shared/renewal-steps.ts'
import { CheckIcon } from '../components/icons.tsx'

export type StepName = 'read' | WizardStep

const stepNames: readonly StepName[] = ['read', 'verify', 'initialise', 'execute', 'result']

interface WizardStepsProps {
  readonly kind: RenewalKind
  readonly current: StepName
}

export function WizardSteps({ kind, current }: WizardStepsProps) {
  const { t } = useTranslation('renewal')
  const position = stepNames.indexOf(current)
  const words = (name: StepName) => (name === 'execute' ? t(`steps.execute.${kind}`) : t(`steps.${name}`))
  return (
    <ol className="panel wizard-steps" aria-label={t('steps.label')}>
      {stepNames.map((name, index) => {
        const isDone = index < position
        return (
          <li
            key={name}
            className={isDone ? 'wizard-step wizard-step-done' : 'wizard-step'}
            aria-current={name === current ? 'step' : undefined}
          >
            <span className="wizard-mark" aria-hidden="true">
              {isDone ? <CheckIcon /> : index + 1}
            </span>
            {words(name)}
            {isDone && <span className="visually-hidden">{t('steps.done')}</span>}
          </li>
        )
      })}
    </ol>
  )
}

/** The steps from here on, in words. */
export function stepsFrom(current: StepName): readonly StepName[] {
  return stepNames.slice(stepNames.indexOf(current))
}

/** The steps before this one: those that are done. */
export function stepsBefore(current: StepName): readonly StepName[] {
  return stepNames.slice(0, stepNames.indexOf(current))
}
