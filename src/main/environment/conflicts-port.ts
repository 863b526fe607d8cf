import type { Environment } from '../renewal/ports.ts'
import type { Check } from './check.ts'

/** The check of other programs, as the gate of a renewal asks it: one implementation for both. */
export function createConflictsPort(checks: readonly Check[]): Environment {
  const check = checks.find(({ name }) => name === 'conflicts')
  return {
    // What is not looked for has not been found to be absent.
    conflicts: (signal) =>
      check?.run(signal) ?? Promise.resolve([{ state: 'unknown', failure: { code: 'environment.conflictsUnknown' } }]),
  }
}
