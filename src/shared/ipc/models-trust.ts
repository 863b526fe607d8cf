/** What is known of a certificate's issuer and its revocation, and the authorities that are trusted. */
import * as z from 'zod'
import {
  notCheckedReasons,
  revocationReasons,
  revocationStates,
  trustResults,
  unknownReasons,
  unsupportedReasons,
  untrustedReasons,
} from '../trust-words.ts'

const Instant = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** One authority of a chain. */
const ChainLink = z.object({
  /** CN, else O, else empty. */
  name: z.string(),
  notBefore: Instant,
  notAfter: Instant,
  sha256: Sha256,
  /** It is trusted because it was chosen, by this program or by the user. */
  isAnchor: z.boolean(),
})
export type ChainLink = z.output<typeof ChainLink>

export const Revocation = z.object({
  state: z.enum(revocationStates),
  /** Why there is no answer. */
  reason: z.enum([...unknownReasons, ...notCheckedReasons]).optional(),
  /** Who answered. */
  source: z.enum(['crl', 'ocsp']).optional(),
  /** The instant that the answer tells of: what was revoked later does not show in it. */
  asOf: Instant.optional(),
  revokedAt: Instant.optional(),
  revocationReason: z.enum(revocationReasons).optional(),
})
export type Revocation = z.output<typeof Revocation>

export const CertificateTrust = z.object({
  result: z.enum(trustResults),
  reason: z.enum([...untrustedReasons, ...unsupportedReasons]).optional(),
  /** From the issuer upwards, as far as it was found; to the trusted authority where the result is `trusted`. */
  chain: z.array(ChainLink),
  revocation: Revocation,
})
export type CertificateTrust = z.output<typeof CertificateTrust>

export const TrustedAuthority = z.object({
  sha256: Sha256,
  name: z.string(),
  /** Every field of the subject, as certificate viewers write it. */
  subject: z.string(),
  algorithm: z.string(),
  notBefore: Instant,
  notAfter: Instant,
  /** Who has chosen it; only the user's own can be removed. */
  chosenBy: z.enum(['program', 'administrator', 'user', 'demo']),
  /** Where the program has it from. */
  source: z.string().optional(),
})
export type TrustedAuthority = z.output<typeof TrustedAuthority>

export const TrustedAuthorities = z.array(TrustedAuthority)
