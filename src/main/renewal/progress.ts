import { subSteps, type SubStep } from '../../shared/ipc/models.ts'
import type { RenewalState } from '../../shared/renewal-steps.ts'
import type { RenewalRecord } from './renewal-record.ts'

export type SubStepName = SubStep['name']

export interface LiveSubStep {
  readonly state: 'running' | 'failed' | 'done'
  readonly durationMs?: number
}

/** Sub-steps since the last journal entry; the others follow from the journal. */
export type LiveSubSteps = ReadonlyMap<SubStepName, LiveSubStep>

const ofEncryption: readonly SubStepName[] = ['unwrap-key', 'write-encryption']

/** The journal state from which on a sub-step is done. */
const doneAt: Readonly<Record<SubStepName, RenewalState>> = {
  'make-key': 'key-made',
  'make-request': 'key-made',
  submit: 'submitted',
  issue: 'issued',
  check: 'signing-written',
  'unwrap-key': 'signing-written',
  'write-signing': 'signing-written',
  'write-encryption': 'encryption-written',
  'read-back': 'proved',
  prove: 'proved',
  confirm: 'confirmed',
  'remove-old': 'completed',
}

export function describeSubSteps(record: RenewalRecord, live: LiveSubSteps): SubStep[] {
  const durations = Object.assign(
    {},
    ...Object.values(record.entries).map((entry) => entry.durations ?? {}),
  ) as Partial<Record<SubStepName, number>>
  const isDual = record.entries.order?.withEncryption === true
  return subSteps
    .filter((name) => isDual || !ofEncryption.includes(name))
    .map((name) => {
      const now = live.get(name)
      if (now !== undefined) return { name, ...now }
      if (record.entries[doneAt[name]] === undefined) return { name, state: 'waiting' as const }
      const durationMs = durations[name]
      return { name, state: 'done' as const, ...(durationMs === undefined ? {} : { durationMs }) }
    })
}
