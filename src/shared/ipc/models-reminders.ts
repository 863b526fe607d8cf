/** What the page is shown of 提醒. Names and card numbers are masked in main. */
import * as z from 'zod'

const Instant = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const RememberedModel = z.object({
  /** SHA-256 of the certificate. */
  fingerprint: Sha256,
  holder: z.string(),
  cardNumber: z.string(),
  notAfter: Instant,
  lastSeenAt: Instant,
  renewableFrom: Instant.optional(),
  isPluggedIn: z.boolean(),
  isMuted: z.boolean(),
  /** False in the last days and after the end: they cannot be silenced. */
  canMute: z.boolean(),
})
export type RememberedModel = z.output<typeof RememberedModel>

export const ReminderReport = z.object({
  /** Off, only the last days are told. */
  isOn: z.boolean(),
  /** Goes on in the tray when the window is closed. */
  staysInBackground: z.boolean(),
  /** `unavailable`: in 演示模式, or where the program is not installed. */
  startsAtLogin: z.enum(['on', 'off', 'unavailable']),
  /** What ends first comes first. */
  certificates: z.array(RememberedModel),
})
export type ReminderReport = z.output<typeof ReminderReport>

export const ReminderPreferences = z.strictObject({
  isOn: z.boolean().optional(),
  staysInBackground: z.boolean().optional(),
})

export const Fingerprint = z.strictObject({ fingerprint: Sha256 })

/** The user has answered a reminder with 立即延期. Without a certificate it is not remembered any more. */
export const AskedRenewal = z.object({
  certificate: z.object({ id: Sha256, holder: z.string(), cardNumber: z.string() }).optional(),
})
export type AskedRenewal = z.output<typeof AskedRenewal>
