/** Everything the platform remembers, as plain JSON. Bytes are base64, times milliseconds since 1970. */
import * as z from 'zod'
import { KeyWrapping, OrderKind, OrderState } from '../../../src/shared/platform/schemas/orders.ts'
import { Seal } from '../../../src/shared/platform/schemas/seals.ts'
import { revocationReasons } from '../authority/signing/signer.ts'

const AuthorityKey = z.object({ certificate: z.base64(), privateKey: z.base64() })
const AuthorityState = z.object({ root: AuthorityKey, issuing: AuthorityKey })

const Account = z.object({
  id: z.string(),
  name: z.string(),
  displayName: z.string(),
  phone: z.string(),
  passwordSalt: z.base64(),
  passwordHash: z.base64(),
  wrongPasswords: z.int(),
  lockedUntil: z.number(),
})

const SessionRecord = z.object({ tokenSha256: z.string(), accountId: z.string(), expiresAt: z.number() })

/** Kept until it was used or is over. */
const CaptchaRecord = z.object({ id: z.string(), answer: z.string(), expiresAt: z.number() })

const CertificateRecord = z.object({
  id: z.string(),
  accountId: z.string(),
  der: z.base64(),
  serialNumber: z.string(),
  publicKeySha256: z.string(),
  issuer: z.string(),
  commonName: z.string(),
  organisation: z.string().nullable(),
  keyAlgorithm: z.enum(['rsa-2048', 'rsa-3072', 'p-256', 'sm2']),
  notBefore: z.number(),
  notAfter: z.number(),
  applicationType: z.string(),
  holderKind: z.enum(['organisation', 'personal']),
  zone: z.enum(['public', 'core']).optional(),
  cardNumber: z.string().nullable(),
  creditCode: z.string().nullable(),
  personalId: z.string().nullable(),
  usage: z.enum(['signing', 'encryption']),
  standing: z.enum(['active', 'superseded', 'revoked']),
  /** Of a certificate that is no longer active. */
  revocation: z.object({ at: z.number(), reason: z.enum(revocationReasons) }).optional(),
  /** It was thrown away when the certificate was made: nobody can ever renew it. */
  keyDestroyed: z.literal(true).optional(),
})

/** The last list of one authority; `entries` is how many certificates it names. */
const CrlRecord = z.object({ number: z.int(), thisUpdate: z.number(), entries: z.int(), der: z.base64() })

const Challenge = z.object({
  id: z.string(),
  code: z.string(),
  expiresAt: z.number(),
  resendAt: z.number(),
  attemptsLeft: z.int(),
})

/** The private key is there only as it was wrapped for the client, and only until the order is over. */
const IssuedEncryption = z.object({
  certificate: z.base64(),
  delivered: z.base64(),
  wrapping: z.string(),
  /** For an RSA signing key these two, for one of SM2 the third. */
  encryptedKey: z.base64().optional(),
  encryptedPrivateKey: z.base64().optional(),
  envelopedKey: z.base64().optional(),
})

/** `delivered` is what the client gets; it differs from `certificate` only under a fault. */
const IssuedRecord = z.object({
  certificate: z.base64(),
  delivered: z.base64(),
  encryption: IssuedEncryption.optional(),
})

const OrderRecord = z.object({
  id: z.string(),
  accountId: z.string(),
  kind: OrderKind,
  certificateId: z.string(),
  /** The encryption certificate that the order renews as well. */
  encryptionCertificateId: z.string().optional(),
  state: OrderState,
  popRequired: z.boolean(),
  popNonce: z.string(),
  createdAt: z.number(),
  expiresAt: z.number(),
  endedAt: z.number().optional(),
  challenge: Challenge.nullable(),
  csr: z.base64().nullable(),
  /** Of the key in the request, hex SHA-256. */
  publicKeySha256: z.string().optional(),
  /** How the client can take an encryption key; nothing when it wants none. */
  wrapping: KeyWrapping.optional(),
  issued: IssuedRecord.nullable(),
  rejection: z.string().nullable(),
})

const SealRecord = z.object({
  id: z.string(),
  accountId: z.string(),
  certificateId: z.string(),
  type: Seal.shape.type,
  name: z.string(),
  department: z.string().optional(),
  applicant: z.string().optional(),
  state: Seal.shape.state,
  rejection: z.string().optional(),
  createdAt: z.number(),
  /** PNG. */
  image: z.base64().optional(),
})

export const MaintenanceRecord = z
  .object({ from: z.number(), until: z.number(), notice: z.string().max(500) })
  .refine(({ from, until }) => from < until, 'maintenance ends before it begins')

/** When those that are limited by the minute were last called. */
const RecentCalls = z.object({ captcha: z.array(z.number()), login: z.array(z.number()) })

const StoredAnswer = z.object({
  scope: z.string(),
  bodySha256: z.string(),
  status: z.int(),
  body: z.unknown(),
  at: z.number(),
})

const SmsRecord = z.object({
  at: z.number(),
  maskedPhone: z.string(),
  text: z.string(),
  code: z.string(),
  orderId: z.string(),
})

export const PlatformState = z.object({
  version: z.literal(1),
  authorities: z.object({
    rsa: AuthorityState.optional(),
    'p-256': AuthorityState.optional(),
    sm2: AuthorityState.optional(),
  }),
  /** By family, and `-root` for the list of its root. */
  crls: z.record(z.string(), CrlRecord).default({}),
  accounts: z.array(Account),
  sessions: z.array(SessionRecord),
  certificates: z.array(CertificateRecord),
  /** Hashes of all public keys that ever stood in a certificate or an accepted request. */
  keysSeen: z.array(z.string()),
  orders: z.array(OrderRecord),
  seals: z.array(SealRecord).default(() => []),
  captchas: z.array(CaptchaRecord).default(() => []),
  recentCalls: RecentCalls.default(() => ({ captcha: [], login: [] })),
  maintenance: MaintenanceRecord.optional(),
  /** When the platform opened; what it has published is dated from there. 0: never yet. */
  openedAt: z.number().default(0),
  answers: z.array(StoredAnswer),
  sms: z.array(SmsRecord),
  counts: z.object({
    certificatesIssued: z.int(),
    encryptionCertificatesIssued: z.int().default(0),
    confirmations: z.int(),
    withdrawals: z.int(),
  }),
})

export type PlatformState = z.infer<typeof PlatformState>
export type AuthorityState = z.infer<typeof AuthorityState>
export type Account = z.infer<typeof Account>
export type CertificateRecord = z.infer<typeof CertificateRecord>
export type IssuedEncryption = z.infer<typeof IssuedEncryption>
export type OrderRecord = z.infer<typeof OrderRecord>
export type SealRecord = z.infer<typeof SealRecord>

export function emptyState(): PlatformState {
  return {
    version: 1,
    authorities: {},
    crls: {},
    accounts: [],
    sessions: [],
    certificates: [],
    keysSeen: [],
    orders: [],
    seals: [],
    captchas: [],
    recentCalls: { captcha: [], login: [] },
    openedAt: 0,
    answers: [],
    sms: [],
    counts: { certificatesIssued: 0, encryptionCertificatesIssued: 0, confirmations: 0, withdrawals: 0 },
  }
}
