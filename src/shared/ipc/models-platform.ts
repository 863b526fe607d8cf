/** The nouns of the platform that cross to the renderer. Free text is plain text already; instants are ISO 8601 in UTC. */
import * as z from 'zod'
import { OrderState } from '../platform/schemas/orders.ts'

const Instant = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** What is known of the platform: from the last call, whatever it was for. */
export const PlatformStatus = z.object({
  /** `unknown` until a call has told. */
  state: z.enum(['unknown', 'available', 'maintenance', 'unreachable']),
  /** When the maintenance is to end, where the platform said so. */
  until: Instant.optional(),
  /** The optional parts that the platform names; absent until it has been asked. */
  features: z.array(z.string()).optional(),
})
export type PlatformStatus = z.output<typeof PlatformStatus>

/** A picture to read characters from; good for one try. */
export const Captcha = z.object({
  id: z.string(),
  /** `data:image/png;base64,…` */
  image: z.string().startsWith('data:image/png;base64,'),
  expiresAt: Instant,
})
export type Captcha = z.output<typeof Captcha>

/** A certificate of the account, as the platform lists it. */
export const PlatformCertificate = z.object({
  id: z.string(),
  /** Upper-case hex. */
  serialNumber: z.string(),
  publicKeySha256: Sha256,
  issuer: z.string(),
  commonName: z.string(),
  organisation: z.string().optional(),
  creditCode: z.string().optional(),
  applicationType: z.string(),
  holderKind: z.enum(['organisation', 'personal']),
  zone: z.enum(['public', 'core']).optional(),
  cardNumber: z.string().optional(),
  usage: z.enum(['signing', 'encryption']),
  keyAlgorithm: z.string(),
  notBefore: Instant,
  notAfter: Instant,
  status: z.enum(['valid', 'expiring', 'expired', 'revoked', 'superseded']),
  statusDetail: z.string().optional(),
  /** The platform's word: it can be renewed or repaired now. */
  renewable: z.boolean(),
  renewal: z.object({ from: Instant, until: Instant }).optional(),
  activeOrderId: z.string().optional(),
})
export type PlatformCertificate = z.output<typeof PlatformCertificate>

export const PlatformOrder = z.object({
  id: z.string(),
  kind: z.enum(['renewal', 'repair']),
  state: OrderState,
  /** The certificate that is renewed; a platform may leave it out. */
  certificate: z
    .object({
      commonName: z.string(),
      cardNumber: z.string().optional(),
      serialNumber: z.string(),
      notAfter: Instant,
    })
    .optional(),
  createdAt: Instant,
  expiresAt: Instant,
  endedAt: Instant.optional(),
  /** Why it was refused. */
  rejection: z.string().optional(),
})
export type PlatformOrder = z.output<typeof PlatformOrder>

export const Enquiry = z.object({
  id: z.string(),
  title: z.string(),
  /** May have several lines. */
  question: z.string(),
  state: z.enum(['open', 'answered', 'closed']),
  askedAt: Instant,
  answer: z.string().optional(),
  answeredAt: Instant.optional(),
})
export type Enquiry = z.output<typeof Enquiry>

export const Shipment = z.object({
  id: z.string(),
  content: z.string(),
  carrier: z.string().optional(),
  trackingNumber: z.string().optional(),
  state: z.enum(['preparing', 'shipped', 'delivered', 'returned']),
  orderId: z.string().optional(),
  createdAt: Instant,
  shippedAt: Instant.optional(),
  deliveredAt: Instant.optional(),
})
export type Shipment = z.output<typeof Shipment>

/** One page of a list, and when the platform gave it. */
function listed<T extends z.ZodType>(item: T) {
  return z.object({
    items: z.array(item),
    page: z.int().min(1),
    pageSize: z.int().min(1),
    total: z.int().nonnegative(),
    readAt: Instant,
  })
}

export const CertificateList = listed(PlatformCertificate)
export const OrderList = listed(PlatformOrder)
export const EnquiryList = listed(Enquiry)
export const ShipmentList = listed(Shipment)

/** Which page of a list, from 1. */
export const ListQuery = z.strictObject({ page: z.int().min(1).max(100_000) })

/** What is to be listed; conditions that are left out do not count. */
export const CertificateListQuery = ListQuery.extend({
  validity: z.enum(['expired', 'expiring', 'valid']).optional(),
  holderKind: z.enum(['organisation', 'personal']).optional(),
  zone: z.enum(['public', 'core']).optional(),
  search: z.string().trim().max(64).optional(),
})

/** Left out: those under way and those that have ended. */
export const OrderListQuery = ListQuery.extend({ active: z.boolean().optional() })
