/**
 * What a renewal needs from the world, in its own words. Adapters live in token/ and platform/ and are joined in app.ts;
 * every method rejects with an AppError whose code is named here where the renewal depends on it.
 */
import type { RenewalKind } from '../../shared/renewal-steps.ts'
import type { KeyType } from '../../shared/token/messages.ts'

/** A key pair with its certificate on a token that is plugged in now, found by its public key. */
export interface TokenPair {
  readonly tokenSerialNumber: string
  readonly cardNumber: string
  /** CKA_ID in hex. */
  readonly id: string
  readonly label: string
  /** DER. */
  readonly certificate: Uint8Array
}

/** A token after login: one at a time, to be locked again whatever happens. */
export interface UnlockedToken {
  readonly serialNumber: string
  /** Did this very login make the pair? Then nobody can have touched it, and looking would only cost the user time. */
  hasMade(id: string): boolean
  /** Makes a signing pair under a new id; answers with its SubjectPublicKeyInfo (DER). */
  generateKeyPair(pair: { readonly id: string; readonly label: string; readonly keyType: KeyType }): Promise<Uint8Array>
  /** Signs the SHA-256 of this text: RSASSA-PKCS1-v1_5, or ECDSA as DER. */
  sign(id: string, text: Uint8Array): Promise<Uint8Array>
  writeCertificate(written: {
    readonly id: string
    readonly label: string
    readonly certificate: Uint8Array
  }): Promise<void>
  /** The certificate under this id, read from the token now. */
  readCertificate(id: string): Promise<Uint8Array | undefined>
  /** What the token holds under this id. */
  readPair(id: string): Promise<{
    readonly certificate?: Uint8Array
    readonly publicKey?: Uint8Array
    readonly hasPrivateKey: boolean
  }>
  /** Destroys every object with this id. */
  removePair(id: string): Promise<void>
  /** Destroys what a killed key generation left: key objects with neither id nor label. */
  removeNameless(): Promise<void>
  /** Logs out. Never rejects: the token may be gone. */
  lock(): Promise<void>
}

export interface Token {
  /** The pair with this public key (hex SHA-256 of its SPKI). Code token.absent when no plugged-in token holds it. */
  findPair(publicKeySha256: string): Promise<TokenPair>
  /** Codes token.pinIncorrect, token.pinLocked, token.pinLength, token.absent. */
  unlock(serialNumber: string, pin: string): Promise<UnlockedToken>
}

export interface PlatformCertificate {
  readonly id: string
  readonly publicKeySha256: string
  readonly notAfter: string
  readonly renewable: boolean
}

/** The platform's word on an order, as far as a renewal acts on it. */
export interface PlatformOrder {
  readonly id: string
  readonly state:
    | 'pending-verification'
    | 'ready'
    | 'in-review'
    | 'issuing'
    | 'issued'
    | 'completed'
    | 'rejected'
    | 'expired'
    | 'cancelled'
  readonly popRequired: boolean
  readonly popNonce: string
  readonly expiresAt: string
  readonly rejection?: string
}

export interface SmsChallenge {
  readonly id: string
  readonly maskedPhone: string
  readonly codeLength: number
  readonly expiresAt: string
  readonly resendAt: string
  readonly attemptsLeft: number
}

export interface IssuedCertificates {
  /** DER. */
  readonly signing: Uint8Array
  /** DER, from the issuing CA to the root. */
  readonly chain: readonly Uint8Array[]
}

export type ProofAlgorithm = 'rsa-pkcs1-sha256' | 'ecdsa-p256-sha256'

/**
 * The platform. A keyed call takes an idempotency key (UUID): the same key may be sent again and is answered with what
 * was done the first time. Code platform.loginRequired from any of them means: log in and call again, same key.
 */
export interface Platform {
  /** Code platform.certificateUnknown when this account has no certificate with this public key. */
  findCertificate(certificate: {
    readonly serialNumber: string
    readonly publicKeySha256: string
  }): Promise<PlatformCertificate>
  /** Answers with the active order when there is one already. Codes platform.notRenewable, platform.certificateRevoked. */
  createOrder(
    order: { readonly kind: RenewalKind; readonly certificateId: string },
    key: string,
  ): Promise<PlatformOrder>
  readOrder(orderId: string): Promise<PlatformOrder>
  cancelOrder(orderId: string, key: string): Promise<void>
  requestSms(orderId: string, key: string): Promise<SmsChallenge>
  /** Code sms.wrongCode carries details.attemptsLeft. */
  verifySms(
    sms: { readonly orderId: string; readonly challengeId: string; readonly code: string },
    key: string,
  ): Promise<PlatformOrder>
  submitRequest(
    request: {
      readonly orderId: string
      /** PKCS#10, DER. */
      readonly request: Uint8Array
      readonly proof?: { readonly algorithm: ProofAlgorithm; readonly signature: Uint8Array }
    },
    key: string,
  ): Promise<PlatformOrder>
  readIssued(orderId: string): Promise<IssuedCertificates>
  confirm(
    confirmation: {
      readonly orderId: string
      readonly certificateSha256: string
      readonly installed: boolean
      readonly reason?: string
    },
    key: string,
  ): Promise<void>
}

/** Time by the platform's clock where it is known, else by the computer's. */
export interface Clock {
  now(): Date
}
