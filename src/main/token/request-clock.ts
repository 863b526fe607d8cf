import type { TokenInput, TokenOperation } from '../../shared/token/messages.ts'
import type { Deadlines } from './deadlines.ts'
import type { WorkerEnd } from './worker-end.ts'

/** How long a request may take before a person is told that it is still waited for, in ms. */
export const quietMs = 5000
/** What one press of 再等 grants, in ms from then on. */
export const extensionMs = 120_000

/** Operations in which a vendor's module may put up a PIN box of its own, and block until somebody answers it. */
const mayAsk: readonly TokenOperation[] = [
  'open',
  'list',
  'unlock',
  'generateKeyPair',
  'unwrapKey',
  'decrypt',
  'sign',
  'writeCertificate',
  'removePair',
  'removeNameless',
]

/** They change nothing on the token, so ending their process harms nothing. A write that is under way is never ended so. */
const mayStop: readonly TokenOperation[] = ['open', 'list', 'unlock']

/** A request that takes longer than people expect. */
export interface SlowRequest {
  readonly operation: TokenOperation
  readonly input: TokenInput<TokenOperation>
  /** When its worker counts as hung. */
  readonly until: () => Date
  readonly waitLonger: () => void
  /** Ends the worker; only where that is safe. */
  readonly stop?: () => void
}

/** Told of a slow request; what it answers with is called once, when the waiting is over, however it ended. */
export type OnSlow = (request: SlowRequest) => () => void

interface ClockParts {
  readonly operation: TokenOperation
  readonly input: TokenInput<TokenOperation>
  readonly deadlines: Deadlines
  readonly onSlow?: OnSlow | undefined
  /** Ends the worker while it is this request that is waited for: what comes after it may be a write. */
  readonly giveUp: (why: WorkerEnd) => void
}

/** Counts for one request, from now until the returned function is called. */
export function startRequestClock({ operation, input, deadlines, onSlow, giveUp }: ClockParts): () => void {
  const begun = Date.now()
  let lastsMs = deadlines[operation]
  let over = (): void => undefined
  const late = () => giveUp({ code: 'token.timeout', details: { operation, afterMs: lastsMs } })
  const stop = () => giveUp({ code: 'token.waitStopped', details: { operation } })
  const startDeadline = () => setTimeout(late, Math.max(0, begun + lastsMs - Date.now()))
  let deadline = startDeadline()
  const waitLonger = () => {
    lastsMs = Math.max(lastsMs, Date.now() - begun + extensionMs)
    clearTimeout(deadline)
    deadline = startDeadline()
  }
  const tell = () => {
    const until = () => new Date(begun + lastsMs)
    const stoppable = mayStop.includes(operation) ? { stop } : {}
    over = onSlow?.({ operation, input, until, waitLonger, ...stoppable }) ?? over
  }
  const quiet = mayAsk.includes(operation) ? setTimeout(tell, quietMs) : undefined
  return () => {
    clearTimeout(quiet)
    clearTimeout(deadline)
    over()
  }
}
