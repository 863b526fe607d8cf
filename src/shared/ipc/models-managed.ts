/** What the page is told of the administrator's settings. */
import * as z from 'zod'
import { policyFaults, policyKeys } from '../settings/policy-keys.ts'

const SourceKind = z.enum(['registry', 'file'])
export type PolicySourceKind = z.output<typeof SourceKind>

export const ManagedReport = z.object({
  /** Where something was found, whether it could be used or not. */
  sources: z.array(
    z.object({
      kind: SourceKind,
      /** The path of the file, or the key of the registry. */
      place: z.string(),
      /** Nothing of it is used then. */
      failure: z.enum(['settings.policyUnprotected', 'settings.policyUnreadable']).optional(),
    }),
  ),
  /** What holds because of it. `isLocked`: the user cannot choose otherwise. */
  keys: z.array(z.object({ key: z.enum(policyKeys), isLocked: z.boolean() })),
  /** What stands there and is not used, in the administrator's own spelling. */
  problems: z.array(z.object({ kind: SourceKind, key: z.string().max(100), fault: z.enum(policyFaults) })),
})
export type ManagedReport = z.output<typeof ManagedReport>
