import * as z from 'zod'
import { policyKeys, type PolicyFault, type PolicyKey } from '../../../shared/settings/policy-keys.ts'
import { AppError } from '../../app-error.ts'
import { policyShapes, type PolicyValues } from './policy-values.ts'

/** What one file, or one key of the registry, says. */
export interface Policy {
  readonly values: PolicyValues
  /** Nobody but the administrator chooses these; without a value, what is usual holds. */
  readonly locked: readonly PolicyKey[]
  readonly problems: readonly PolicyProblem[]
}

export interface PolicyProblem {
  /** As the administrator has written it. */
  readonly key: string
  readonly fault: PolicyFault
}

const longestName = 100
const Locked = z.preprocess((value) => (typeof value === 'string' ? [value] : value), z.array(z.string()).max(100))

/**
 * Key by key: one that is wrong is told and left out, the others hold. A key whose value cannot be used is not locked
 * either; the user's own then holds, and is shown as that. Code settings.policyUnreadable where it is no object.
 */
export function parsePolicy(content: unknown): Policy {
  const object = z.record(z.string(), z.unknown()).safeParse(content)
  if (!object.success) throw new AppError('settings.policyUnreadable', { cause: object.error })
  const { locked: lockedNames = [], ...entries } = object.data
  const parsed = Object.entries(entries).map(([name, value]) => parseEntry(name, value))
  const problems = parsed.flatMap(({ problem }) => problem ?? [])
  const wrong = new Set(problems.map(({ key }) => key))
  const names = Locked.safeParse(lockedNames)
  const locks = names.success ? names.data : []
  return {
    values: Object.assign({}, ...parsed.map(({ value }) => value)) as PolicyValues,
    locked: policyKeys.filter((key) => locks.includes(key) && !wrong.has(key)),
    problems: [
      ...problems,
      ...locks.filter((name) => !isPolicyKey(name)).map((name) => problemOf(name, 'unknown')),
      ...(names.success ? [] : [problemOf('locked', 'invalid')]),
    ],
  }
}

function parseEntry(name: string, value: unknown): { readonly value?: PolicyValues; readonly problem?: PolicyProblem } {
  if (!isPolicyKey(name)) return { problem: problemOf(name, 'unknown') }
  const parsed = policyShapes[name].safeParse(value)
  return parsed.success ? { value: { [name]: parsed.data } } : { problem: problemOf(name, 'invalid') }
}

export function isPolicyKey(name: string): name is PolicyKey {
  return (policyKeys as readonly string[]).includes(name)
}

function problemOf(key: string, fault: PolicyFault): PolicyProblem {
  return { key: key.slice(0, longestName), fault }
}
