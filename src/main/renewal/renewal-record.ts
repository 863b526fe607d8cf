import { isFinished, mayFollow, type RenewalState } from '../../shared/renewal-steps.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { EntryOf, JournalEntry } from './journal-entry.ts'

/** A renewal as its journal tells it: the latest entry of each state, and which one came last. */
export interface RenewalRecord {
  readonly state: RenewalState
  readonly updatedAt: string
  readonly entries: { readonly [S in RenewalState]?: EntryOf<S> }
  readonly started: EntryOf<'started'>
}

export function beginRecord(started: EntryOf<'started'>): RenewalRecord {
  return { state: 'started', updatedAt: started.at, entries: { started }, started }
}

/** Code journal.damaged when this entry may not follow the last one. */
export function addEntry(record: RenewalRecord, entry: JournalEntry): RenewalRecord {
  if (!mayFollow(record.state, entry.state)) {
    throw new AppError('journal.damaged', { details: { from: record.state, to: entry.state } })
  }
  return {
    ...record,
    state: entry.state,
    updatedAt: entry.at,
    entries: { ...record.entries, [entry.state]: entry },
  }
}

/** May more have been done than this journal tells? Then the order and the token are asked first. */
export function isUncertain({ started, entries }: RenewalRecord): boolean {
  return started.isRewound === true || entries.order?.wasThere === true
}

/** How the token is spoken to that this renewal began with. */
export function interfaceOf({ started }: RenewalRecord): TokenInterface {
  return started.interface ?? 'pkcs11'
}

/** The entry of a state that must have been passed. Code journal.damaged. */
export function entryOf<S extends RenewalState>(record: RenewalRecord, state: S): EntryOf<S> {
  const entry = record.entries[state]
  if (entry === undefined) throw new AppError('journal.damaged', { details: { missing: state } })
  return entry
}

export function isActive(record: RenewalRecord): boolean {
  return !isFinished(record.state)
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, 'base64'))
}

export function toBase64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64')
}
