import * as z from 'zod'
import type { Failure } from '../../../shared/failure.ts'
import { Finding } from '../../../shared/ipc/models-environment.ts'
import { FailureModel } from '../../../shared/ipc/models.ts'
import { AppError } from '../../app-error.ts'

interface Limits {
  /** In ms. */
  readonly deadlineMs: number
  /** Nobody waits any more. */
  readonly ended?: AbortSignal
  /** Told of what no check throws on purpose, for the log. */
  readonly onUnexpected?: (thrown: unknown) => void
}

type Ask = (signal: AbortSignal) => Promise<readonly Finding[]>

/**
 * What a check finds, as rows that keep the contract, whatever it does: an AppError becomes one `unknown` row with its
 * failure, anything else thrown (and an answer that is none) `environment.checkFailed`, and silence beyond the deadline
 * `environment.checkTimedOut`. The signal is aborted then; a check that does not heed it is not waited for. Never rejects.
 */
export async function findingsWithin(ask: Ask, limits: Limits): Promise<readonly Finding[]> {
  const { deadlineMs, ended, onUnexpected = () => undefined } = limits
  const late = new AbortController()
  const { promise: over, resolve: endWith } = Promise.withResolvers<readonly Finding[]>()
  const giveUp = () => {
    endWith([unknown({ code: 'environment.checkTimedOut' })])
    late.abort()
  }
  const timer = setTimeout(giveUp, deadlineMs)
  ended?.addEventListener('abort', giveUp, { once: true })
  if (ended?.aborted === true) giveUp()
  try {
    return await Promise.race([asked(() => ask(late.signal), onUnexpected), over])
  } finally {
    clearTimeout(timer)
    ended?.removeEventListener('abort', giveUp)
  }
}

/** At least one row: a check that finds nothing at all has not looked. */
const Answer = z.array(Finding).min(1)

async function asked(
  ask: () => Promise<readonly Finding[]>,
  onUnexpected: (thrown: unknown) => void,
): Promise<readonly Finding[]> {
  try {
    return Answer.parse(await ask()).map(withReason)
  } catch (thrown) {
    if (thrown instanceof AppError) return [unknown(crossing(thrown))]
    onUnexpected(thrown)
    return [unknown({ code: 'environment.checkFailed' })]
  }
}

/** What blocks has to be told, also by a check that forgot to say why: it must not count as less than that. */
function withReason(finding: Finding): Finding {
  const { state, failure } = finding
  if (failure !== undefined || (state !== 'blocked' && state !== 'attention')) return finding
  return { ...finding, failure: { code: 'environment.checkFailed' } }
}

/** Details that are longer than the contract allows stay behind: the code alone says enough. */
function crossing({ failure }: AppError): Failure {
  return FailureModel.safeParse(failure).success ? failure : { code: failure.code }
}

function unknown(failure: Failure): Finding {
  return { state: 'unknown', failure }
}
