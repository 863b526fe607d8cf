/** Fault by fault: how a call ends, how often it was sent, and what was done. §7 of the contract's facts, as rows. */
import type { Outcome } from '../../../src/main/platform/platform-failure.ts'
import type { SimulatorFault, WireFaultKind } from '../../../src/shared/demo/simulator-messages.ts'
import type { ErrorCode } from '../../../src/shared/error-codes.ts'
import type { FailureDetails } from '../../../src/shared/failure.ts'
import type { UnderTest } from './operations-under-test.ts'

type WireFault = Omit<Extract<SimulatorFault, { readonly kind: WireFaultKind }>, 'operation'>

/** How the first call ends. Without a code: with its answer. */
interface Ending {
  readonly code?: ErrorCode
  readonly outcome?: Outcome
  readonly details?: FailureDetails
  /** Those that came to the platform. */
  readonly requests: number
  readonly pauses: readonly number[]
}

export interface Row {
  readonly name: string
  /** `shut`: nobody listens. */
  readonly fault: WireFault | 'shut'
  /** Armed in the first pause. */
  readonly inPause?: WireFault
  /** Is it done at the platform when the first call has ended? */
  readonly done: boolean
  readonly applies?: (operation: UnderTest) => boolean
  readonly ending: (operation: UnderTest) => Ending
}

/** What is known when no answer settles it. */
const doubt = (operation: UnderTest): Outcome => (operation.class === 'read' ? 'not-done' : 'unknown')
const isNever = (operation: UnderTest): boolean => operation.class === 'never'
const answersOrder = (operation: UnderTest): boolean => operation.answersOrder

type Lost = readonly [fault: WireFault, code: ErrorCode, done: boolean, details?: FailureDetails]

const lost: readonly Lost[] = [
  [{ kind: 'drop-before' }, 'platform.unreachable', false],
  [{ kind: 'drop-after-commit' }, 'platform.unreachable', true],
  [{ kind: 'hang' }, 'platform.timeout', false],
  [{ kind: 'hang-after-commit' }, 'platform.timeout', true],
  [{ kind: 'slow-body' }, 'platform.timeout', true],
  [{ kind: 'truncated' }, 'platform.unreachable', true],
  [{ kind: 'truncated-chunked' }, 'platform.unreachable', true],
  [{ kind: '500-before' }, 'platform.internal', false, { status: 500 }],
  [{ kind: '500-after-commit' }, 'platform.internal', true, { status: 500 }],
  [{ kind: 'unknown-problem', status: 507 }, 'platform.internal', false, { problem: 'teapot.short-and-stout' }],
]

/** The answer is lost, once or always: sent again with the same key, except a log-in. */
const lostRows = lost.flatMap(([fault, code, done, details = {}]): readonly Row[] => {
  const name = nameOf(fault)
  return [
    {
      name: `${name}, once`,
      fault,
      done: true,
      applies: (operation) => !isNever(operation),
      ending: () => ({ requests: 2, pauses: [250] }),
    },
    {
      name: `${name}, always`,
      fault: { ...fault, times: 3 },
      done,
      ending: (operation) => ({
        ...{ code, outcome: doubt(operation), details },
        ...(isNever(operation) ? { requests: 1, pauses: [] } : { requests: 3, pauses: [250, 500] }),
      }),
    },
  ]
})

type Final = readonly [fault: WireFault, code: ErrorCode, done: boolean, details?: FailureDetails]

/** What came is not the answer that was agreed: nothing is sent again. */
const final: readonly Final[] = [
  [{ kind: 'html-503' }, 'platform.maintenance', false, { status: 503, retryAfterSeconds: 120 }],
  [{ kind: 'html-200' }, 'platform.webPage', false, { status: 200 }],
  [{ kind: 'redirect' }, 'platform.webPage', false, { status: 302 }],
  [{ kind: 'broken-json' }, 'platform.offContract', true],
  [{ kind: 'bad-utf8' }, 'platform.offContract', true],
  [{ kind: 'empty' }, 'platform.offContract', true],
  [{ kind: 'wrong-content-type' }, 'platform.offContract', true],
  [{ kind: 'missing-field' }, 'platform.offContract', true],
  [{ kind: 'oversize' }, 'platform.tooLarge', true],
  [{ kind: 'gzip-bomb' }, 'platform.tooLarge', true],
]

const finalRows = [
  ...final.map((one) => finalRow(...one)),
  { ...finalRow({ kind: 'unknown-state' }, 'platform.offContract', true), applies: answersOrder },
  { ...finalRow({ kind: 'other-order' }, 'platform.offContract', true), applies: answersOrder },
]

function finalRow(fault: WireFault, code: ErrorCode, done: boolean, details: FailureDetails = {}): Row {
  return {
    name: nameOf(fault),
    fault,
    done,
    ending: (operation) => ({ code, outcome: doubt(operation), details, requests: 1, pauses: [] }),
  }
}

/** The platform says no, and nothing was done. */
const refusedRows: readonly Row[] = [
  {
    name: 'rate-limited for two seconds, once',
    fault: { kind: 'rate-limited', retryAfterSeconds: 2 },
    done: true,
    applies: (operation) => !isNever(operation),
    ending: () => ({ requests: 2, pauses: [2000] }),
  },
  {
    name: 'rate-limited for two seconds, always',
    fault: { kind: 'rate-limited', retryAfterSeconds: 2, times: 3 },
    done: false,
    ending: (operation) => ({
      ...refused('platform.rateLimited', { status: 429, problem: 'rate.limited', retryAfterSeconds: 2 }),
      ...(isNever(operation) ? {} : { requests: 3, pauses: [2000, 2000] }),
    }),
  },
  refusedRow({ kind: 'rate-limited', retryAfterSeconds: 60 }, 'platform.rateLimited', { retryAfterSeconds: 60 }),
  refusedRow({ kind: 'rate-limited', retryAfterSeconds: 3_000_000 }, 'platform.rateLimited', {
    retryAfterSeconds: 604_800,
  }),
  refusedRow({ kind: 'unknown-problem' }, 'platform.requestRefused', {
    status: 418,
    problem: 'teapot.short-and-stout',
  }),
  {
    ...refusedRow({ kind: 'session-expired' }, 'platform.loginRequired', { problem: 'auth.session-expired' }),
    applies: ({ needsLogin }) => needsLogin,
  },
  {
    name: 'drop-after-commit, then session-expired',
    fault: { kind: 'drop-after-commit' },
    inPause: { kind: 'session-expired' },
    done: true,
    applies: ({ needsLogin }) => needsLogin,
    ending: (operation) => ({
      ...refused('platform.loginRequired', {}),
      ...{ outcome: operation.class === 'read' ? 'refused' : 'unknown', requests: 2, pauses: [250] },
    }),
  },
]

function refusedRow(fault: WireFault, code: ErrorCode, details: FailureDetails): Row {
  return { name: nameOf(fault), fault, done: false, ending: () => refused(code, details) }
}

function refused(code: ErrorCode, details: FailureDetails): Ending {
  return { code, outcome: 'refused', details, requests: 1, pauses: [] }
}

const otherRows: readonly Row[] = [
  { name: 'extra-field', fault: { kind: 'extra-field' }, done: true, ending: () => ({ requests: 1, pauses: [] }) },
  { name: 'proto-field', fault: { kind: 'proto-field' }, done: true, ending: () => ({ requests: 1, pauses: [] }) },
  {
    name: 'nobody listens',
    fault: 'shut',
    done: false,
    ending: (operation) => ({
      ...{ code: 'platform.unreachable', outcome: 'not-done', details: { network: 'ECONNREFUSED' }, requests: 0 },
      pauses: isNever(operation) ? [] : [250, 500],
    }),
  },
]

export const rows: readonly Row[] = [...lostRows, ...finalRows, ...refusedRows, ...otherRows]

function nameOf({ kind, status, retryAfterSeconds }: WireFault): string {
  return [kind, status, retryAfterSeconds].filter((part) => part !== undefined).join(' ')
}
