import type { ManagedReport } from '../../../shared/ipc/models-managed.ts'
import type { PolicyKey } from '../../../shared/settings/policy-keys.ts'
import type { PolicyValues } from './policy-values.ts'

/** What an administrator has set for this computer, read and checked once, at the start. */
export interface Managed {
  readonly report: ManagedReport
  readonly values: Omit<PolicyValues, 'rootCertificate' | 'trustedAuthorities'> & {
    /** PEM. */
    readonly rootCertificate?: string
    /** Base64 of DER. */
    readonly trustedAuthorities?: readonly string[]
  }
  readonly isLocked: (key: PolicyKey) => boolean
}
