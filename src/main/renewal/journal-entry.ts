/**
 * The lines of a renewal's journal. An entry is on the disk before the effect that follows it begins, so the last one
 * says what may have happened. Everything here is public or worthless alone: no PIN, SMS code, password or session.
 */
import * as z from 'zod'
import { FailureModel, subSteps } from '../../shared/ipc/models.ts'

const Hex = z.string().regex(/^(?:[0-9a-f]{2})+$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const Base64 = z.base64()
const Instant = z.iso.datetime()

const common = {
  at: Instant,
  /** How long the parts of the effect before this entry took, in milliseconds. */
  durations: z.partialRecord(z.enum(subSteps), z.int().nonnegative()).optional(),
}

const SmsChallenge = z.object({
  id: z.string(),
  maskedPhone: z.string(),
  codeLength: z.int(),
  expiresAt: Instant,
  resendAt: Instant,
  attemptsLeft: z.int(),
})

export const JournalEntry = z.discriminatedUnion('state', [
  z.object({
    ...common,
    state: z.literal('started'),
    renewalId: z.uuid(),
    kind: z.enum(['renewal', 'repair']),
    holder: z.string(),
    cardNumber: z.string(),
    tokenSerialNumber: z.string(),
    oldPublicKeySha256: Sha256,
    oldCertificate: Base64,
  }),
  z.object({
    ...common,
    state: z.literal('order'),
    orderId: z.string(),
    expiresAt: Instant,
    popRequired: z.boolean(),
    popNonce: z.string(),
    sms: SmsChallenge.optional(),
  }),
  z.object({ ...common, state: z.literal('verified') }),
  z.object({
    ...common,
    state: z.literal('key-intended'),
    id: Hex,
    label: z.string(),
    keyType: z.enum(['rsa-2048', 'p-256']),
  }),
  z.object({
    ...common,
    state: z.literal('key-made'),
    publicKeySha256: Sha256,
    request: Base64,
    proof: z.object({ algorithm: z.enum(['rsa-pkcs1-sha256', 'ecdsa-p256-sha256']), signature: Base64 }).optional(),
  }),
  z.object({ ...common, state: z.literal('submitted') }),
  z.object({ ...common, state: z.literal('issued'), signing: Base64, chain: z.array(Base64) }),
  z.object({ ...common, state: z.literal('signing-written') }),
  z.object({ ...common, state: z.literal('proved') }),
  z.object({ ...common, state: z.literal('confirmed') }),
  z.object({ ...common, state: z.literal('completed'), oldPair: z.enum(['removed', 'gone', 'kept']) }),
  z.object({ ...common, state: z.literal('abandoned'), failure: FailureModel.optional() }),
])

export type JournalEntry = z.output<typeof JournalEntry>
export type EntryOf<S extends JournalEntry['state']> = Extract<JournalEntry, { state: S }>
