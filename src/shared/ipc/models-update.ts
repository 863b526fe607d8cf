/** What the page is shown of updates of this program. */
import * as z from 'zod'
import { FailureModel } from './models.ts'

const Instant = z.iso.datetime()

/**
 * Not yet: `off` (no address is set), `locked` (the program knows no key of a publisher), `unsupported` (this copy cannot
 * replace itself). Then `idle` → `looking` → `current` | `available` → `loading` → `checking` → `ready` → `installing`;
 * `paused`: the download was stopped, and goes on from what is here.
 */
const updateStages = [
  'off',
  'locked',
  'unsupported',
  'idle',
  'looking',
  'current',
  'available',
  'loading',
  'checking',
  'paused',
  'ready',
  'installing',
] as const
export type UpdateStage = (typeof updateStages)[number]

const UpdateOffer = z.object({
  version: z.string(),
  /** Octets of all that is downloaded for it. */
  size: z.int().positive(),
  releasedAt: Instant.optional(),
  /** Plain text of several lines; may be empty. */
  notes: z.string(),
  /** The version of now is kept, and can be gone back to when the new one does not start. */
  keepsPrevious: z.boolean(),
})
export type UpdateOffer = z.output<typeof UpdateOffer>

export const UpdateReport = z.object({
  /** Of the program that runs. */
  version: z.string(),
  /** Where updates come from; absent until it is set. */
  address: z.string().optional(),
  stage: z.enum(updateStages),
  offer: UpdateOffer.optional(),
  /** Octets that are here of the offer. */
  received: z.int().nonnegative(),
  /** When a good answer was last had. */
  checkedAt: Instant.optional(),
  /** There is something for the user that has not been put off. */
  isNews: z.boolean(),
  /** A token is being written to: nothing is installed now. */
  isHeldUp: z.boolean(),
  /** A version that did not start here, and is not offered again. */
  refused: z.string().optional(),
  failure: FailureModel.optional(),
})
export type UpdateReport = z.output<typeof UpdateReport>

export const UpdateAddress = z.strictObject({ address: z.string().trim().max(300) })
