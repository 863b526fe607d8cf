import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { AppError, toFailure } from '../app-error.ts'
import { isActive, type RenewalRecord } from './renewal-record.ts'
import { describeRenewal } from './renewal-view.ts'
import { createRenewalWork, type RenewalPorts, type RenewalWork } from './renewal-work.ts'
import type { UnlockedTokens } from './unlocked-tokens.ts'

interface Entry {
  readonly record: RenewalRecord
  /** The work that runs now, if any. */
  readonly work?: RenewalWork
  readonly failure?: Failure
}

/** Every renewal this program knows, with what is being done to it: one effect at a time each. */
export interface RenewalRegister {
  add(record: RenewalRecord): void
  records(): readonly RenewalRecord[]
  /** Code renewal.notFound. */
  view(renewalId: string): Renewal
  /** What went wrong last, if anything did. */
  failureOf(renewalId: string): Failure | undefined
  /** A renewal whose token is being worked with right now. */
  writing(): string | undefined
  /** Runs an effect; what it reached is kept whether it succeeds or not. Code renewal.busy while another one runs. */
  during(renewalId: string, effect: (work: RenewalWork) => Promise<void>): Promise<Renewal>
}

interface RegisterOptions {
  readonly ports: RenewalPorts
  readonly unlocked: UnlockedTokens
  readonly changed: (renewal: Renewal) => void
}

export function createRenewalRegister(options: RegisterOptions): RenewalRegister {
  const entries = new Map<string, Entry>()
  const find = (renewalId: string): Entry => {
    const entry = entries.get(renewalId)
    if (entry === undefined) throw new AppError('renewal.notFound')
    return entry
  }
  const view = (renewalId: string) => describeEntry(find(renewalId), options.unlocked.has(renewalId))
  const runs = createRuns(entries, find, view, options)
  return {
    add: (record) => {
      entries.set(record.started.renewalId, { record })
    },
    records: () => [...entries.values()].map(currentRecord),
    view,
    failureOf: (renewalId) => find(renewalId).failure,
    writing: () => [...entries].find(([, entry]) => isWriting(entry))?.[0],
    during: async (renewalId, effect) => {
      const work = runs.begin(renewalId)
      try {
        await effect(work)
      } catch (error) {
        await runs.end(renewalId, work, toFailure(error))
        throw error
      }
      await runs.end(renewalId, work)
      return view(renewalId)
    },
  }
}

/** Before the key is made and after the end nothing of the token is at stake. */
function isWriting({ work, record }: Entry): boolean {
  const state = work?.record().state ?? record.state
  return work !== undefined && state !== 'started' && state !== 'order' && isActive(work.record())
}

/** Beginning and ending of an effect. */
function createRuns(
  entries: Map<string, Entry>,
  find: (renewalId: string) => Entry,
  view: (renewalId: string) => Renewal,
  { ports, unlocked, changed }: RegisterOptions,
) {
  return {
    begin: (renewalId: string): RenewalWork => {
      const { record, work: running } = find(renewalId)
      if (running !== undefined) throw new AppError('renewal.busy')
      const work = createRenewalWork({
        ports,
        record,
        unlocked: () => unlocked.of(renewalId),
        changed: () => changed(view(renewalId)),
      })
      entries.set(renewalId, { record, work })
      return work
    },
    end: async (renewalId: string, work: RenewalWork, failure?: Failure): Promise<void> => {
      const record = work.record()
      entries.set(renewalId, failure === undefined ? { record } : { record, failure })
      // A login that ran into trouble with the token is not one to go on with.
      if (!isActive(record) || failure?.code.startsWith('token.') === true) await unlocked.lock(renewalId)
      changed(view(renewalId))
    },
  }
}

function currentRecord({ record, work }: Entry): RenewalRecord {
  return work?.record() ?? record
}

function describeEntry(entry: Entry, unlocked: boolean): Renewal {
  const { work, failure } = entry
  return describeRenewal(currentRecord(entry), {
    busy: work !== undefined,
    unlocked,
    live: work?.live() ?? new Map(),
    failure,
  })
}
