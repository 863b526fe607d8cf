import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { isPinFailure } from './pin-failure.ts'
import { useRenewals } from './renewal-store.ts'

/** What went wrong on this page: the last call, else what main found while working. */
export function useStepFailure(renewal: Renewal): Failure | undefined {
  const ofCall = useRenewals((state) => state.failure)
  if (renewal.busy) return undefined
  return ofCall ?? lasting(renewal.failure)
}

/** A PIN that was mistyped is told in its dialog and is over with it; a locked token stays so. */
function lasting(failure: Failure | undefined): Failure | undefined {
  const isOver = failure !== undefined && isPinFailure(failure) && failure.code !== 'token.pinLocked'
  return isOver ? undefined : failure
}
