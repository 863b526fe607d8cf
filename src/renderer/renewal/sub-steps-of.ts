import type { Renewal, SubStep } from '../../shared/ipc/models.ts'

const inInitialise: readonly SubStep['name'][] = ['make-key', 'make-request']

/** The sub-steps that a page of the wizard is about. A review that takes its time is not a failure. */
export function stepsOf(page: 'initialise' | 'execute', { subSteps }: Renewal, isInReview = false): readonly SubStep[] {
  const ofPage = subSteps.filter(({ name }) => inInitialise.includes(name) === (page === 'initialise'))
  if (!isInReview) return ofPage
  return ofPage.map((subStep) => (subStep.state === 'failed' ? { ...subStep, state: 'waiting' } : subStep))
}
