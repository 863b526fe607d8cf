/** A file of the platform on its way to this computer, or arrived. */
import * as z from 'zod'
import { ContentId } from './models-content.ts'
import { FailureModel } from './models.ts'

/**
 * `loading` → `checking` → `done`. `paused`: by the user, or because the program has ended since; `stopped`: by a failure
 * after which it can go on from what is there.
 */
export const transferStates = ['loading', 'checking', 'paused', 'stopped', 'done'] as const

export const Transfer = z.object({
  id: z.uuid(),
  downloadId: ContentId,
  /** Of the version that is being fetched. */
  sha256: z.string(),
  /** Of the file on this computer; without its folder. */
  fileName: z.string(),
  /** Octets. */
  size: z.int().nonnegative(),
  received: z.int().nonnegative(),
  state: z.enum(transferStates),
  failure: FailureModel.optional(),
})
export type Transfer = z.output<typeof Transfer>

export const TransferId = z.strictObject({ transferId: z.uuid() })

/** All there are, at the moment. */
export const Transfers = z.array(Transfer)
