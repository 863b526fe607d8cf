/** The nouns that cross to the renderer. Instants are ISO 8601 in UTC; the renderer shows local time. */
import * as z from 'zod'
import { errorCodes } from '../error-codes.ts'
import { renewalStates } from '../renewal-steps.ts'
import { certificateStatuses } from '../validity.ts'
import { BusReport } from './models-bus.ts'
import { ManagedReport } from './models-managed.ts'
import { CertificateTrust } from './models-trust.ts'

const Instant = z.iso.datetime()
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

export const FailureModel = z.object({
  code: z.enum(errorCodes),
  details: z.record(z.string().max(40), z.union([z.string().max(200), z.number(), z.boolean()])).optional(),
})

export const AppInfo = z.object({
  version: z.string(),
  mode: z.enum(['demo', 'real']),
  /** An installed program has the licences of everything in it beside itself. */
  hasLicences: z.boolean().optional(),
  /** Which token answers in demo mode: a real PKCS#11 module (SoftHSM2) or the soft token. */
  demoToken: z.enum(['softhsm', 'soft']).optional(),
  /** What the demo asks the user for; shown on screen, worthless outside the demo. */
  demoCredentials: z.object({ account: z.string(), password: z.string(), pin: z.string() }).optional(),
})
export type AppInfo = z.output<typeof AppInfo>

export const Token = z.object({
  serialNumber: z.string(),
  /** What cards and renewals of its other interface call the same key, where they write the number differently. */
  alsoKnownAs: z.array(z.string()).optional(),
  cardNumber: z.string(),
  label: z.string(),
  model: z.string(),
  pin: z.object({
    state: z.enum(['ok', 'count-low', 'final-try', 'locked']),
    /** False: nobody has told them. */
    areLimitsTold: z.boolean().optional(),
    minLength: z.int(),
    maxLength: z.int(),
    /** How many tries are left, where the key tells the number. */
    triesLeft: z.int().nonnegative().optional(),
    /** The same of the PIN that resets a locked one. */
    securityOfficer: z.enum(['ok', 'count-low', 'final-try', 'locked']).optional(),
    /** The last good login was with a PIN that everybody knows. */
    isKnown: z.boolean().optional(),
  }),
})
export type Token = z.output<typeof Token>

const NameField = z.object({ name: z.string(), value: z.string() })

export const Certificate = z.object({
  /** SHA-256 of what the token holds; names the certificate in later calls. */
  id: Sha256,
  tokenSerialNumber: z.string(),
  /** By what its token is spoken to, where the driver was told. */
  interface: z.enum(['pkcs11', 'skf']).optional(),
  status: z.enum(certificateStatuses),
  usage: z.enum(['signing', 'encryption', 'both', 'unknown']),
  /** CN, else O, else another name; may be empty when the certificate names nobody. */
  holder: z.string(),
  organisation: z.string().optional(),
  holderKind: z.enum(['organisation', 'personal', 'unknown']),
  creditCode: z.string().optional(),
  /** Masked in main: the whole number never leaves it. */
  maskedPersonalId: z.string().optional(),
  issuer: z.string(),
  serialNumber: z.string(),
  /** 'RSA 2048', 'EC P-256', 'SM2'. */
  algorithm: z.string(),
  signatureAlgorithm: z.string(),
  /** 'sm2p256v1', 'P-256'; absent for keys without a curve. */
  curve: z.string().optional(),
  notBefore: Instant.optional(),
  notAfter: Instant.optional(),
  key: z.enum(['present', 'missing', 'unknown']),
  label: z.string(),
  subject: z.array(NameField),
  issuerName: z.array(NameField),
  keyUsage: z.array(z.string()),
  sha256: Sha256,
  /** Of the SubjectPublicKeyInfo: what finds the certificate in the platform's lists. */
  publicKeySha256: Sha256.optional(),
  /** What the dates allow here and now; `none` comes with the reason why not. */
  action: z.enum(['renewal', 'repair', 'none']),
  actionRefusal: FailureModel.optional(),
  /** The platform renews it from then on, where the platform has said so. */
  renewableFrom: Instant.optional(),
  /** A newer one has followed it: an encryption certificate whose key old files need, or one that lies in a container with such a key. */
  isHistorical: z.boolean(),
  /** Absent for what cannot be read. */
  trust: CertificateTrust.optional(),
})
export type Certificate = z.output<typeof Certificate>

/** Signing and encryption certificate of one holder on one token. */
export const Card = z.object({
  id: z.string(),
  tokenSerialNumber: z.string(),
  certificates: z.array(Certificate).min(1),
})
export type Card = z.output<typeof Card>

export const Module = z.object({
  path: z.string(),
  name: z.string(),
  state: z.enum(['starting', 'ready', 'failed']),
  failure: FailureModel.optional(),
  /** Since when it is in quarantine: it is not started until the user asks for it. */
  quarantinedAt: Instant.optional(),
})
export type Module = z.output<typeof Module>

export const Overview = z.object({
  /** False until the first answer of every module has come. */
  complete: z.boolean(),
  readAt: Instant.optional(),
  /** The moment of this overview, by the clock that its dates were judged by: the platform's, where it was measured. */
  now: Instant.optional(),
  modules: z.array(Module),
  tokens: z.array(Token),
  cards: z.array(Card),
  /** Why there is no token; absent while there is one, and where the bus has not been asked. */
  bus: BusReport.optional(),
})
export type Overview = z.output<typeof Overview>

export const Account = z.object({
  /** Where calls go; absent until the user has set it. */
  platformAddress: z.string().optional(),
  displayName: z.string().optional(),
  maskedPhone: z.string().optional(),
})
export type Account = z.output<typeof Account>

const CertificateDates = z.object({ notBefore: Instant, notAfter: Instant, serialNumber: z.string() })

export const subSteps = [
  'make-key',
  'make-request',
  'submit',
  'issue',
  'check',
  'unwrap-key',
  'write-signing',
  'write-encryption',
  'read-back',
  'prove',
  'confirm',
  'remove-old',
] as const

export const SubStep = z.object({
  name: z.enum(subSteps),
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  durationMs: z.int().nonnegative().optional(),
})
export type SubStep = z.output<typeof SubStep>

export const Renewal = z.object({
  id: z.uuid(),
  kind: z.enum(['renewal', 'repair']),
  state: z.enum(renewalStates),
  holder: z.string(),
  cardNumber: z.string(),
  tokenSerialNumber: z.string(),
  orderId: z.string().optional(),
  startedAt: Instant,
  finishedAt: Instant.optional(),
  sms: z
    .object({
      maskedPhone: z.string(),
      codeLength: z.int(),
      expiresAt: Instant,
      resendAt: Instant,
      attemptsLeft: z.int(),
    })
    .optional(),
  subSteps: z.array(SubStep),
  /** Is an effect running right now? */
  busy: z.boolean(),
  /** Execution needs the PIN: the token is not unlocked by this program (any more). */
  needsPin: z.boolean(),
  failure: FailureModel.optional(),
  old: CertificateDates,
  new: CertificateDates.optional(),
  /** The order renews the encryption certificate as well. `skipped`: this token cannot take it; the old one stays in use. */
  encryption: z.enum(['none', 'pending', 'written', 'skipped']),
  newEncryption: CertificateDates.optional(),
  /** When a signature of the new key was verified with the certificate read back from the token. */
  provedAt: Instant.optional(),
  oldPairRemoved: z.boolean(),
  /** Why it was not, where the reason is a good one: it lies in one container with the old encryption key. */
  oldPairKept: z.literal('holds-encryption-key').optional(),
  /** By an interface that no real key has been tried with yet (SKF). */
  isExperimental: z.boolean().optional(),
})
export type Renewal = z.output<typeof Renewal>

/** A renewal whose record cannot be read any more. Its order is found again through the platform. */
export const DamagedRenewal = z.object({ id: z.string(), at: Instant })
export type DamagedRenewal = z.output<typeof DamagedRenewal>

export const ProxySettings = z.object({
  /** `system`: as the system says. `none`: always directly. */
  mode: z.enum(['system', 'none', 'manual']),
  address: z.string().trim().max(300).optional(),
})

/** How the platform is reached. */
const ConnectionSettings = z.object({
  /** The one origin that may be spoken to without encryption, because the user has agreed. */
  approvedPlainOrigin: z.string().optional(),
  /** The only root that is trusted, where one was chosen. */
  rootCertificate: z.object({ subject: z.string(), notAfter: Instant }).optional(),
  /** Base64 SHA-256 of public keys (RFC 7469); none: any key that is certified. */
  pins: z.array(z.string()),
  proxy: ProxySettings,
  useSystemNetwork: z.boolean(),
})
export type ConnectionSettings = z.output<typeof ConnectionSettings>

export const Settings = z.object({
  platformAddress: z.string().optional(),
  modules: z.array(z.string()),
  /** The name to log in with, where the user wants it kept. */
  rememberedAccount: z.string().optional(),
  connection: ConnectionSettings,
  /** Where an administrator has set something for this computer, or has tried to. */
  managed: ManagedReport.optional(),
})
export type Settings = z.output<typeof Settings>

export const DemoMessage = z.object({
  id: z.string(),
  at: Instant,
  maskedPhone: z.string(),
  text: z.string(),
  code: z.string(),
})
export type DemoMessage = z.output<typeof DemoMessage>
