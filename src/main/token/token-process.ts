import { AppError } from '../app-error.ts'
import type { TokenInput, TokenOperation, TokenOutput } from '../../shared/token/messages.ts'
import { createWorkerRuns } from './worker-runs.ts'
import type { WorkerParts } from './worker-runs.ts'

/** One vendor module in a process of its own. */
export interface TokenProcess {
  /**
   * Asks the worker, one request after the other; starts it where it is not running. Errors: what the operation itself
   * fails with; token.crashed and token.timeout when the worker ended, also for the requests that were waiting behind;
   * token.moduleBroken when it ended while opening the module, after two such ends in a row it is not started again;
   * token.waitStopped when somebody did not want to wait any more, after an open or a list it is not started again.
   */
  readonly request: <O extends TokenOperation>(operation: O, input: TokenInput<O>) => Promise<TokenOutput<O>>
  /** Lets a module that was given up be started again; where somebody stopped waiting for it only when that is asked. */
  readonly reset: (isAsked?: boolean) => void
  /** Kills the worker. The next request starts a new one. */
  readonly stop: () => void
}

export function createTokenProcess(parts: WorkerParts): TokenProcess {
  const runs = createWorkerRuns(parts)
  let turn: Promise<unknown> = Promise.resolve()

  return {
    request: (operation, input) => {
      const madeIn = runs.number()
      const answer = turn.then(async () => {
        // Its login and its slot names went with the worker that it was meant for.
        if (madeIn !== runs.number()) throw new AppError('token.crashed', { details: { operation, detail: 'waiting' } })
        const worker = await runs.open()
        return worker.ask(operation, input)
      })
      turn = answer.catch(() => undefined)
      return answer
    },
    reset: (isAsked = true) => runs.reset(isAsked),
    stop: runs.stop,
  }
}
