/** What 设置 → 驱动 shows. Instants are ISO 8601 in UTC. */
import * as z from 'zod'
import { FailureModel } from './models.ts'

export const DriverEntry = z.object({
  /** Names the driver in later calls. */
  path: z.string(),
  name: z.string(),
  /** Where the table knows a file of this name. */
  known: z
    .object({
      driverId: z.string(),
      vendor: z.string(),
      model: z.string(),
      evidence: z.enum(['verified', 'reported', 'guess']),
      hasPage: z.boolean(),
    })
    .optional(),
  /** Who names it; `demo`: the demonstration's own. */
  origins: z.array(z.enum(['user', 'administrator', 'environment', 'system', 'registry', 'table', 'demo'])).min(1),
  /** By what it is spoken to: PKCS#11, or SKF (GM/T 0016). */
  interface: z.enum(['pkcs11', 'skf']),
  bits: z.union([z.literal(32), z.literal(64)]).optional(),
  /** As in `process.arch`; a number where it has no name. */
  cpu: z.string().optional(),
  /** `not-plugged`: waits for its key. `unfit`: another copy of it is used. */
  state: z.enum(['starting', 'ready', 'failed', 'quarantined', 'not-plugged', 'unfit']),
  failure: FailureModel.optional(),
  quarantinedAt: z.iso.datetime().optional(),
  /** The user has added it, and may take it off the list. */
  isRemovable: z.boolean(),
})
export type DriverEntry = z.output<typeof DriverEntry>

const SignedTable = z.object({
  version: z.int(),
  issuedAt: z.iso.datetime(),
  origin: z.enum(['built-in', 'file']),
  /** How many keys, or programs, it knows. */
  rows: z.int(),
})

export const DriverReport = z.object({
  drivers: z.array(DriverEntry),
  table: SignedTable.extend({
    /** False: this version of the program takes no newer table. */
    acceptsFiles: z.boolean(),
  }),
  /** What the same signed files renew besides. */
  otherTables: z.array(SignedTable.extend({ kind: z.literal('conflicts') })),
})
export type DriverReport = z.output<typeof DriverReport>
