/** A driver that has not answered for longer than people expect: its vendor's own PIN box may be up. */
import * as z from 'zod'

export const TokenWaiting = z.object({
  id: z.uuid(),
  /** Over, however it ended: nothing is waited for any more. */
  isOver: z.boolean(),
  /** `write`: something is being changed on the key. */
  kind: z.enum(['read', 'unlock', 'write']),
  /** The file's name, for people. */
  moduleName: z.string(),
  /** Where it is known which key it is about. */
  tokenSerialNumber: z.string().optional(),
  /** When the driver counts as hung. */
  until: z.iso.datetime(),
  /** Ending it harms nothing. */
  canStop: z.boolean(),
})
export type TokenWaiting = z.output<typeof TokenWaiting>
