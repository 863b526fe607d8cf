import type { ManagedReport } from '../../src/shared/ipc/models-managed.ts'
import { policyKeys, type PolicyKey } from '../../src/shared/settings/policy-keys.ts'

interface Given {
  readonly given?: readonly PolicyKey[]
  readonly locked?: readonly PolicyKey[]
}

/** A file of an administrator that is in order. */
export function sampleManaged({ given = [], locked = [] }: Given): ManagedReport {
  const keys = policyKeys.filter((key) => given.includes(key) || locked.includes(key))
  return {
    sources: [{ kind: 'file', place: '/etc/cert-user-tool/policy.json' }],
    keys: keys.map((key) => ({ key, isLocked: locked.includes(key) })),
    problems: [],
  }
}
