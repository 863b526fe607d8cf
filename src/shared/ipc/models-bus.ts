/** Why no token is seen, as far as the USB bus and the drivers tell. */
import * as z from 'zod'

/**
 * `nothing`: no key on the bus. `unknown-key`: a smart card that no driver of the table is for. `in-use`: another program
 * has it open. `driver-broken`: the driver does not work. `cannot-tell`: the bus could not be read, or what was seen fits
 * several causes.
 */
const tokenCauses = [
  'nothing',
  'driver-missing',
  'driver-32-bit',
  'in-use',
  'unknown-key',
  'driver-broken',
  'cannot-tell',
] as const

export const BusReport = z.object({
  cause: z.enum(tokenCauses),
  /** Of the key that is plugged in, by the driver table, else as the device calls itself. */
  vendor: z.string().optional(),
  model: z.string().optional(),
  /** Its row in the driver table. */
  driverId: z.string().optional(),
  /** The row has a page where the driver can be got. */
  hasPage: z.boolean(),
  /** Who has it open. */
  processes: z.array(z.object({ pid: z.int(), name: z.string() })).optional(),
})
export type BusReport = z.output<typeof BusReport>
