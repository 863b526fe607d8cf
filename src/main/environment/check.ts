import type { CheckName } from '../../shared/environment/check-names.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'

/**
 * One look at this computer, which changes nothing. It may throw an AppError: then its row is `unknown` with that failure,
 * as it is when it has not answered within its deadline.
 */
export interface Check {
  readonly name: CheckName
  /** How long it may take, in ms, where it is not as usual (5,000; never above 9,000: all checks end within ten seconds). */
  readonly deadlineMs?: number
  /** @param signal ends what is still running: its deadline has passed, or nobody waits any more */
  run(signal: AbortSignal): Promise<readonly Finding[]>
}
