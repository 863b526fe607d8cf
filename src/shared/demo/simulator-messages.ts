/**
 * What main and the process of the platform simulator say to each other (演示模式 and end-to-end tests only). Bytes are
 * Uint8Array, so a forked Node child needs `serialization: 'advanced'`; times are milliseconds since 1970.
 */
import type { OperationId } from '../platform/endpoints.ts'

/** Faults that strike before anything is done. */
export const earlyWireFaultKinds = [
  'drop-before',
  'hang',
  'html-503',
  'html-200',
  '500-before',
  'session-expired',
  /** To `location`. */
  'redirect',
  /** 429 with `retryAfterSeconds`. */
  'rate-limited',
  /** A problem that is not in the contract, with `status`. */
  'unknown-problem',
] as const

/** Faults that strike when everything is done and saved: the answer is lost, or is not what was agreed. */
export const lateWireFaultKinds = [
  'drop-after-commit',
  '500-after-commit',
  'hang-after-commit',
  'slow-body',
  'truncated',
  'truncated-chunked',
  'broken-json',
  'bad-utf8',
  'empty',
  'wrong-content-type',
  'missing-field',
  'unknown-state',
  'other-order',
  'extra-field',
  'proto-field',
  'oversize',
  'gzip-bomb',
] as const

export const wireFaultKinds = [
  ...earlyWireFaultKinds,
  ...lateWireFaultKinds,
  /** Takes `delayMs` between accepting the key and acting. */
  'slow-commit',
  /** Acts twice for one request, as when something in between has sent it twice; the last answer counts. */
  'twice',
] as const
export type EarlyWireFaultKind = (typeof earlyWireFaultKinds)[number]
export type LateWireFaultKind = (typeof lateWireFaultKinds)[number]
export type WireFaultKind = (typeof wireFaultKinds)[number]

/** Faults of the next certificate that is issued. */
export const certificateFaultKinds = [
  'other-key',
  'other-subject',
  'expired',
  'not-yet-valid',
  'untrusted',
  'is-ca',
  'not-longer',
  'same-old',
  'garbage',
  'trailing-bytes',
  'wrong-usage',
  // Of the encryption certificate of a dual order, or of its wrapped key.
  'encryption-other-key',
  'encryption-damaged-key',
  'encryption-unknown-wrapping',
  'encryption-other-subject',
  'encryption-expired',
  'encryption-untrusted',
  'encryption-wrong-usage',
  'encryption-is-ca',
  'encryption-garbage',
] as const
export type CertificateFaultKind = (typeof certificateFaultKinds)[number]

/**
 * `times` is 1 unless told. The others belong to one kind each: `delayMs` to slow-commit (300 unless told),
 * `retryAfterSeconds` to rate-limited (1), `status` to unknown-problem (418), `location` to redirect (the same path).
 */
export type SimulatorFault =
  | {
      readonly kind: WireFaultKind
      readonly operation: OperationId | '*'
      readonly times?: number
      readonly delayMs?: number
      readonly retryAfterSeconds?: number
      readonly status?: number
      readonly location?: string
    }
  | { readonly kind: CertificateFaultKind; readonly times?: number }

/** A subject written as C=CN, ST, L, O, OU, CN in this order; text is UTF8String. */
export interface SubjectFields {
  readonly province?: string
  readonly locality?: string
  readonly organisation?: string
  readonly organisationalUnit?: string
  readonly commonName: string
}

/** What a certificate is for and whose it is, besides its key. */
export interface EnrolledHolder {
  /** Login name of an account of the simulator. */
  readonly account: string
  /** Fields, or an RFC 4514 text such as `C=CN, O=示例科技（北京）有限公司, CN=张三`. */
  readonly subject: SubjectFields | string
  readonly holderKind: 'organisation' | 'personal'
  /** 18 characters; becomes an extension of the certificate. */
  readonly creditCode?: string
  /** Becomes an extension of the certificate; never leaves the simulator otherwise. */
  readonly personalId?: string
  readonly usage: 'signing' | 'encryption'
  readonly notBefore: number
  readonly notAfter: number
  readonly cardNumber?: string
  readonly applicationType?: string
  readonly zone?: 'public' | 'core'
}

/** `publicKey` is a SubjectPublicKeyInfo (DER) of an RSA-2048, RSA-3072, P-256 or SM2 key. */
export interface Enrolment extends EnrolledHolder {
  readonly publicKey: Uint8Array
}

export interface SmsMessage {
  readonly at: number
  readonly maskedPhone: string
  readonly text: string
  readonly code: string
  readonly orderId: string
}

/** From and until are milliseconds since 1970; the notice is shown to users. */
export interface Maintenance {
  readonly from: number
  readonly until: number
  readonly notice: string
}

/** What the platform's staff does with a seal. The reason is shown to its owner. */
export type SealMove =
  | {
      readonly type: 'seal-approve' | 'seal-enable' | 'seal-disable' | 'seal-cancel'
      readonly sealId: string
    }
  | { readonly type: 'seal-reject'; readonly sealId: string; readonly reason: string }

/** What the platform has done so far; a test compares these to see that nothing was done twice. */
export interface SimulatorBooks {
  readonly orders: number
  readonly sms: number
  readonly certificatesIssued: number
  readonly encryptionCertificatesIssued: number
  readonly confirmations: number
  readonly withdrawals: number
}

type Nothing = Readonly<Record<string, never>>
interface SealMoved {
  readonly input: { readonly sealId: string }
  readonly output: Nothing
}

export interface SimulatorRequests {
  /** Must be first. The origin is http://127.0.0.1:port, the API under it at /api/v1. Without a state file nothing is kept. */
  readonly start: {
    readonly input: {
      readonly stateFile?: string
      readonly smsResendMs?: number
      readonly review?: boolean
      /** So many wrong passwords before a captcha is asked for; 3 unless told. */
      readonly captchaAfter?: number
    }
    readonly output: {
      readonly origin: string
      readonly rootCertificates: readonly Uint8Array[]
      readonly issuingCertificates: readonly Uint8Array[]
    }
  }
  readonly enrol: { readonly input: Enrolment; readonly output: { readonly certificate: Uint8Array } }
  /** An SM2 certificate to look at: its private key is thrown away, so it is never renewable. */
  readonly 'enrol-sm2': {
    readonly input: EnrolledHolder
    readonly output: { readonly certificate: Uint8Array; readonly issuerCertificate: Uint8Array }
  }
  readonly 'sms-list': { readonly input: Nothing; readonly output: { readonly messages: readonly SmsMessage[] } }
  readonly approve: { readonly input: { readonly orderId: string }; readonly output: Nothing }
  readonly reject: { readonly input: { readonly orderId: string; readonly reason: string }; readonly output: Nothing }
  /** What the platform's staff does when a key is lost, or its holder has closed down; ends the orders about it. */
  readonly revoke: {
    readonly input: { readonly certificateId: string; readonly reason: 'keyCompromise' | 'cessationOfOperation' }
    readonly output: Nothing
  }
  /** A seal in review becomes approved or rejected, an approved one enabled, an enabled one disabled and so on. */
  readonly 'seal-approve': SealMoved
  readonly 'seal-reject': {
    readonly input: { readonly sealId: string; readonly reason: string }
    readonly output: Nothing
  }
  readonly 'seal-enable': SealMoved
  readonly 'seal-disable': SealMoved
  readonly 'seal-cancel': SealMoved
  /** What a person reads in the picture, as long as it was not used. */
  readonly 'captcha-answer': {
    readonly input: { readonly captchaId: string }
    readonly output: { readonly answer: string }
  }
  /** While it is on, every operation but getService is refused. Without `maintenance` it is called off. */
  readonly 'set-maintenance': { readonly input: { readonly maintenance?: Maintenance }; readonly output: Nothing }
  readonly 'arm-fault': { readonly input: { readonly fault: SimulatorFault }; readonly output: Nothing }
  readonly 'disarm-faults': { readonly input: Nothing; readonly output: Nothing }
  /** Sets the platform's clock this far from the real one (not from where it stands). */
  readonly 'move-clock': { readonly input: { readonly offsetMs: number }; readonly output: Nothing }
  readonly books: { readonly input: Nothing; readonly output: SimulatorBooks }
  readonly stop: { readonly input: Nothing; readonly output: Nothing }
}

export type SimulatorRequestType = keyof SimulatorRequests

/** Main → simulator. The fields of the input stand beside `id` and `type`. */
export type SimulatorCommand = {
  readonly [T in SimulatorRequestType]: { readonly id: number; readonly type: T } & SimulatorRequests[T]['input']
}[SimulatorRequestType]

/** Simulator → main, one for each command. */
export type SimulatorReply =
  | {
      readonly id: number
      readonly ok: true
      readonly value: SimulatorRequests[SimulatorRequestType]['output']
    }
  | { readonly id: number; readonly ok: false; readonly message: string }

/** Simulator → main, unasked, for each SMS. */
export interface SimulatorPush {
  readonly type: 'sms'
  readonly message: SmsMessage
}
