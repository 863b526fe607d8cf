/** The gate before a renewal (办理前检查): what it looked at, each as 环境检测 would say it. */
import * as z from 'zod'
import { Finding } from './models-environment.ts'

/** What the gate looks at before anything is changed, in the order in which it is shown. */
const gateCheckNames = ['driver', 'token', 'key', 'pin', 'room', 'conflicts', 'platform', 'clock', 'order'] as const

/** A check may have several rows: then each has a subject. */
export const GateCheck = Finding.extend({
  name: z.enum(gateCheckNames),
  /** The renewal under way that the user can go on with. */
  renewalId: z.uuid().optional(),
})
export type GateCheck = z.output<typeof GateCheck>

export const Gate = z.object({
  checks: z.array(GateCheck),
  isOpen: z.boolean(),
  /** The holder has an encryption certificate on this token: bids that are still sealed need the old one. */
  asksForOpenBids: z.boolean(),
})
export type Gate = z.output<typeof Gate>
