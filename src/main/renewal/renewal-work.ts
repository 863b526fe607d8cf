import type { JournalEntry } from './journal-entry.ts'
import type { Journal } from './journal.ts'
import type { Clock, Environment, Platform, Token, UnlockedToken } from './ports.ts'
import type { LiveSubStep, LiveSubSteps, SubStepName } from './progress.ts'
import type { RenewalRecord } from './renewal-record.ts'

/** What every step may use. */
export interface RenewalPorts {
  readonly token: Token
  readonly platform: Platform
  readonly journal: Journal
  readonly clock: Clock
  readonly environment: Environment
  /** DER of the CAs trusted besides the one that issued the old certificate. */
  readonly trustedRoots: () => readonly Uint8Array[]
}

type EntryBody = JournalEntry extends infer E ? (E extends JournalEntry ? Omit<E, 'at' | 'durations'> : never) : never

/** One renewal while it is being worked on: its record, its progress and, where a step needs it, the unlocked token. */
export interface RenewalWork {
  readonly ports: RenewalPorts
  readonly record: () => RenewalRecord
  readonly live: () => LiveSubSteps
  /** Writes the entry, with the durations of the sub-steps since the last one. */
  readonly enter: (entry: EntryBody) => Promise<void>
  /** Runs a part of an effect, telling the page when it begins, ends or fails. */
  readonly run: <T>(name: SubStepName, part: () => T | Promise<T>) => Promise<T>
  /** The token after login. Code token.notUnlocked: the PIN is needed. */
  readonly unlocked: () => UnlockedToken
}

interface WorkOptions {
  readonly ports: RenewalPorts
  readonly record: RenewalRecord
  readonly unlocked: RenewalWork['unlocked']
  readonly changed: () => void
}

export function createRenewalWork({ ports, changed, unlocked, ...options }: WorkOptions): RenewalWork {
  let record = options.record
  const live = new Map<SubStepName, LiveSubStep>()
  const show = (name: SubStepName, subStep: LiveSubStep) => {
    live.set(name, subStep)
    changed()
  }
  return {
    ports,
    record: () => record,
    live: () => live,
    unlocked,
    enter: async (entry) => {
      const stamped = { ...entry, at: ports.clock.now().toISOString(), durations: durationsOf(live) }
      record = await ports.journal.append(record, stamped)
      live.clear()
      changed()
    },
    run: async (name, part) => {
      const begun = performance.now()
      show(name, { state: 'running' })
      try {
        const value = await part()
        show(name, { state: 'done', durationMs: Math.round(performance.now() - begun) })
        return value
      } catch (error) {
        show(name, { state: 'failed' })
        throw error
      }
    },
  }
}

function durationsOf(live: LiveSubSteps): Partial<Record<SubStepName, number>> {
  const finished = [...live].filter(([, { durationMs }]) => durationMs !== undefined)
  return Object.fromEntries(finished.map(([name, { durationMs }]) => [name, durationMs]))
}
