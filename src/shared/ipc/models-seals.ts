/** 电子印章, and what comes after a renewal, as they cross to the renderer. Instants are ISO 8601 in UTC. */
import * as z from 'zod'
import { maxSealImageBytes, SealState, SealType } from '../platform/schemas/seals.ts'
import { ListQuery } from './models-platform.ts'

const Instant = z.iso.datetime()
const Identifier = z.string().min(1).max(64)

/** A seal of the account. Free text is plain text already. */
export const SealModel = z.object({
  id: z.string(),
  type: SealType,
  name: z.string(),
  certificateId: z.string().optional(),
  cardNumber: z.string().optional(),
  organisation: z.string().optional(),
  department: z.string().optional(),
  applicant: z.string().optional(),
  state: SealState,
  /** Why it was refused, in the platform's own words. */
  rejection: z.string().optional(),
  createdAt: Instant,
  /** Of the picture that the platform has; absent while it has none. */
  imageSha256: z.string().optional(),
})
export type SealModel = z.output<typeof SealModel>

export const SealList = z.object({
  items: z.array(SealModel),
  page: z.int().min(1),
  pageSize: z.int().min(1),
  total: z.int().nonnegative(),
  readAt: Instant,
})

/** Conditions that are left out do not count. */
export const SealListQuery = ListQuery.extend({
  type: SealType.optional(),
  state: SealState.optional(),
  cardNumber: z.string().max(64).optional(),
  search: z.string().trim().max(64).optional(),
})

/** A signing certificate that the platform holds valid. */
const SealCertificate = z.object({
  id: z.string(),
  serialNumber: z.string(),
  publicKeySha256: z.string(),
  commonName: z.string(),
  organisation: z.string().optional(),
  holderKind: z.enum(['organisation', 'personal']),
  cardNumber: z.string().optional(),
  notAfter: Instant,
})
export type SealCertificate = z.output<typeof SealCertificate>

export const SealCertificates = z.object({ items: z.array(SealCertificate) })

export const SealRegistration = z.strictObject({
  type: SealType,
  name: z.string().trim().min(1).max(100),
  /** The platform's own id of the certificate. */
  certificateId: Identifier,
  department: z.string().trim().min(1).max(100).optional(),
  applicant: z.string().trim().min(1).max(64).optional(),
})
export type SealRegistration = z.output<typeof SealRegistration>

/** `wasThere`: an earlier registration with the same words had been begun and had no picture yet. */
export const SealRegistered = z.object({ seal: SealModel, wasThere: z.boolean() })

export const SealId = z.strictObject({ sealId: Identifier })
/** With the digest that the list has of the picture: no other one is shown. */
export const SealPictureWanted = SealId.extend({ imageSha256: z.string().regex(/^[0-9a-f]{64}$/) })

/** A PNG; main looks at its head before it sends it. */
export const SealPictureUpload = SealId.extend({
  image: z.base64().max(Math.ceil(maxSealImageBytes / 3) * 4),
})

/** `data:image/png;base64,…` */
export const SealPicture = z.object({ image: z.string().startsWith('data:image/png;base64,') })

/** What follows a renewal: business systems learn of the certificate about one working day later. */
export const AfterRenewal = z.object({
  renewalId: z.uuid(),
  cardNumber: z.string(),
  /** Of the new signing certificate, upper-case hex. */
  serialNumber: z.string().optional(),
  completedAt: Instant,
  usableBy: Instant,
  /** The holidays of that year are not known yet: the day may be later. */
  isApproximate: z.boolean(),
})
export type AfterRenewal = z.output<typeof AfterRenewal>
