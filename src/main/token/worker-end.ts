import type { FailureDetails } from '../../shared/failure.ts'

/** How a worker ended: by itself (signal or exit code), killed at its deadline, or because nobody wanted to wait any more. */
export interface WorkerEnd {
  readonly code: 'token.crashed' | 'token.timeout' | 'token.waitStopped'
  readonly details: FailureDetails
}
