import { useTranslation } from 'react-i18next'
import type { Renewal } from '../../shared/ipc/models.ts'
import { wizardStep } from '../../shared/renewal-steps.ts'
import { countSteps, stepsOf } from './sub-steps-of.ts'
import { stepsBefore, stepsFrom, type StepName } from './wizard-steps.tsx'

/** What is done and what is left of a renewal that waits, in the names of the wizard. */
export function StepWords({ renewal }: { readonly renewal: Renewal }) {
  const { t } = useTranslation(['renewal', 'common'])
  const current = wizardStep(renewal.state)
  const name = (step: StepName) => (step === 'execute' ? t(`steps.execute.${renewal.kind}`) : t(`steps.${step}`))
  const list = (words: readonly string[]) => words.join(t('common:list'))
  const within = current === 'execute' ? countSteps(stepsOf('execute', renewal)) : undefined
  const begun =
    within === undefined || within.done === 0 ? [] : [t('finishedWithin', { step: name(current), ...within })]
  return (
    <>
      <p className="soft">{t('finishedSteps', { steps: list([...stepsBefore(current).map(name), ...begun]) })}</p>
      <p className="soft">{t('remaining', { steps: list(stepsFrom(current).map(name)) })}</p>
    </>
  )
}
