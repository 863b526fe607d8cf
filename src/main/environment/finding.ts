import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FailureDetails } from '../../shared/failure.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'

type Facts = NonNullable<Finding['facts']>
type More = Pick<Finding, 'details' | 'fix' | 'subject'>

/** A row in order. `facts.form` chooses among the sentences of its check. */
export function inOrder(facts: Facts = {}, more: More = {}): Finding {
  return { state: 'ok', facts, ...more }
}

/** A row that has nothing to say about this computer. @param form why not, see `inOrder` */
export function notApplicable(form: string, facts: Facts = {}, more: More = {}): Finding {
  return { state: 'not-applicable', facts: { form, ...facts }, ...more }
}

/** A row that is not in order, or could not be determined, with the code that says why. */
export function outOfOrder(
  state: 'attention' | 'blocked' | 'unknown',
  failure: { readonly code: ErrorCode; readonly details?: FailureDetails | undefined },
  more: More & Pick<Finding, 'facts'> = {},
): Finding {
  return { state, failure: { ...failure }, ...more }
}
