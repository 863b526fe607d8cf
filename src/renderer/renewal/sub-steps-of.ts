import type { Renewal, SubStep } from '../../shared/ipc/models.ts'

/** A sub-step as it is shown: what this token cannot take is passed over, not done. */
export type ShownSubStep = Omit<SubStep, 'state'> & { readonly state: SubStep['state'] | 'skipped' }

const inInitialise: readonly SubStep['name'][] = ['make-key', 'make-request']
const ofEncryption: readonly SubStep['name'][] = ['unwrap-key', 'write-encryption']

/** The sub-steps that a page of the wizard is about. A review that takes its time is not a failure. */
export function stepsOf(
  page: 'initialise' | 'execute',
  { subSteps, encryption }: Pick<Renewal, 'subSteps' | 'encryption'>,
  isInReview = false,
): readonly ShownSubStep[] {
  return subSteps
    .filter(({ name }) => inInitialise.includes(name) === (page === 'initialise'))
    .filter(({ name }) => encryption !== 'none' || !ofEncryption.includes(name))
    .map((subStep) => {
      if (encryption === 'skipped' && ofEncryption.includes(subStep.name)) {
        return { name: subStep.name, state: 'skipped' }
      }
      return isInReview && subStep.state === 'failed' ? { ...subStep, state: 'waiting' } : subStep
    })
}

/** How many of the steps that are taken have been: a skipped one is neither done nor left. */
export function countSteps(subSteps: readonly ShownSubStep[]): { readonly done: number; readonly total: number } {
  return {
    done: subSteps.filter(({ state }) => state === 'done').length,
    total: subSteps.filter(({ state }) => state !== 'skipped').length,
  }
}
