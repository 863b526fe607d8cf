import { checksByGroup, type CheckGroup, type CheckName } from '../../shared/environment/check-names.ts'
import type { CheckResult, Finding } from '../../shared/ipc/models-environment.ts'

/** The worst first: what is shown of several is the first that one of them has. */
export const statesByWeight = [
  'blocked',
  'attention',
  'unknown',
  'ok',
  'not-applicable',
] as const satisfies readonly Finding['state'][]

export type Counts = Readonly<Record<Finding['state'], number>>

/** How many rows have each state. */
export function countStates(results: readonly CheckResult[]): Counts {
  const states = results.flatMap(({ findings }) => findings.map(({ state }) => state))
  const count = (wanted: Finding['state']) => states.filter((state) => state === wanted).length
  return {
    blocked: count('blocked'),
    attention: count('attention'),
    unknown: count('unknown'),
    ok: count('ok'),
    'not-applicable': count('not-applicable'),
  }
}

export function worstState(results: readonly CheckResult[]): Finding['state'] {
  const counts = countStates(results)
  return statesByWeight.find((state) => counts[state] > 0) ?? 'not-applicable'
}

export interface ShownGroup {
  readonly group: CheckGroup
  readonly names: readonly CheckName[]
}

/** The groups that this run looks at, in the order in which they are shown. */
export function groupsOf(names: readonly CheckName[]): readonly ShownGroup[] {
  const groups = Object.keys(checksByGroup) as readonly CheckGroup[] // Object.keys widens to string[]
  return groups
    .map((group) => ({ group, names: checksByGroup[group].filter((name) => names.includes(name)) }))
    .filter((shown) => shown.names.length > 0)
}
