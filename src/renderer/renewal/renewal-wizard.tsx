import { useEffect } from 'react'
import { assertNever } from '../../shared/assert-never.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { wizardStep } from '../../shared/renewal-steps.ts'
import { ExecuteStep } from './execute-step.tsx'
import { InitialiseStep } from './initialise-step.tsx'
import { ReadStep } from './read-step.tsx'
import { useRenewals, type Wizard } from './renewal-store.ts'
import { ResultStep } from './result-step.tsx'
import { VerifyStep } from './verify-step.tsx'

/** The step is not chosen here: it follows from the renewal's state, so a restart lands on the same page. */
export function RenewalWizard({ wizard }: { readonly wizard: Wizard }) {
  if (wizard.at === 'read') return <ReadStep certificateId={wizard.certificateId} />
  return <RunningRenewal renewalId={wizard.renewalId} />
}

function RunningRenewal({ renewalId }: { readonly renewalId: string }) {
  const renewal = useRenewals((state) => state.renewals.find(({ id }) => id === renewalId))
  const close = useRenewals((state) => state.close)
  useEffect(() => {
    if (renewal === undefined) close()
  }, [renewal, close])
  return renewal === undefined ? null : <CurrentStep renewal={renewal} />
}

function CurrentStep({ renewal }: { readonly renewal: Renewal }) {
  const step = wizardStep(renewal.state)
  switch (step) {
    case 'verify':
      return <VerifyStep renewal={renewal} />
    case 'initialise':
      return <InitialiseStep renewal={renewal} />
    case 'execute':
      return <ExecuteStep renewal={renewal} />
    case 'result':
      return <ResultStep renewal={renewal} />
    default:
      return assertNever(step)
  }
}
