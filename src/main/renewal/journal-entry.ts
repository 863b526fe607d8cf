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

const IssuedEncryption = z.object({
  /** The new CKA_ID of the encryption pair. */
  id: Hex,
  certificate: Base64,
  wrapping: z.string(),
  /** By an RSA wrapping these two, by one of SM2 the third. */
  encryptedKey: Base64.optional(),
  encryptedPrivateKey: Base64.optional(),
  envelopedKey: Base64.optional(),
})

/** What became of the encryption key: on the token and proven by a decryption, or not taken by this token. */
const EncryptionKey = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('unwrapped') }),
  z.object({ outcome: z.literal('skipped'), failure: FailureModel }),
])

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
    /** By what the token of the old pair is spoken to; PKCS#11 where left out. */
    interface: z.literal('skf').optional(),
    /** By which algorithms that token unwraps an SM2 encryption key. */
    symmetric: z.array(z.enum(['sm4', 'sm1', 'ssf33'])).optional(),
    /** The user's answer, where it was asked: bids that are still sealed need the old encryption key. */
    hasOpenBids: z.boolean().optional(),
    /** The record was damaged, and what is left of it may be behind what was done. */
    isRewound: z.boolean().optional(),
  }),
  z.object({
    ...common,
    state: z.literal('order'),
    orderId: z.string(),
    expiresAt: Instant,
    popRequired: z.boolean(),
    popNonce: z.string(),
    /** The encryption certificate is renewed by the same order. */
    withEncryption: z.boolean().optional(),
    /** Found at the platform, not made by this journal: another one, now lost, may have begun more. */
    wasThere: z.boolean().optional(),
    sms: SmsChallenge.optional(),
  }),
  z.object({ ...common, state: z.literal('verified') }),
  z.object({
    ...common,
    state: z.literal('key-intended'),
    id: Hex,
    label: z.string(),
    keyType: z.enum(['rsa-2048', 'p-256', 'sm2']),
    /** Which try of this order it is, from 1; the id follows from both. */
    attempt: z.int().positive().optional(),
    /** The key shall unwrap the encryption key. */
    unwraps: z.boolean().optional(),
  }),
  z.object({
    ...common,
    state: z.literal('key-made'),
    publicKeySha256: Sha256,
    /** Absent for a key that was found again after its journal was lost: its request has been sent. */
    request: Base64.optional(),
    proof: z
      .object({ algorithm: z.enum(['rsa-pkcs1-sha256', 'ecdsa-p256-sha256', 'sm2-sm3']), signature: Base64 })
      .optional(),
  }),
  z.object({ ...common, state: z.literal('submitted') }),
  z.object({
    ...common,
    state: z.literal('issued'),
    signing: Base64,
    chain: z.array(Base64),
    encryption: IssuedEncryption.optional(),
  }),
  z.object({ ...common, state: z.literal('signing-written'), encryptionKey: EncryptionKey.optional() }),
  z.object({ ...common, state: z.literal('encryption-written') }),
  z.object({ ...common, state: z.literal('proved') }),
  z.object({ ...common, state: z.literal('confirmed') }),
  z.object({
    ...common,
    state: z.literal('completed'),
    oldPair: z.enum(['removed', 'gone', 'kept']),
    /** Its container holds an encryption key as well, and goes only as a whole; false: the token did not say whether it does. */
    holdsEncryptionKey: z.boolean().optional(),
  }),
  z.object({
    ...common,
    state: z.literal('abandoned'),
    /** Why it could not be finished; absent when the user gave it up. */
    failure: FailureModel.optional(),
    /** What had gone wrong last before the user gave it up. */
    lastFailure: FailureModel.optional(),
  }),
])

export type JournalEntry = z.output<typeof JournalEntry>
export type EntryOf<S extends JournalEntry['state']> = Extract<JournalEntry, { state: S }>
