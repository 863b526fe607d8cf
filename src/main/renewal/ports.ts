/**
 * What a renewal needs from the world, in its own words. Adapters live in token/ and platform/ and are joined in app.ts;
 * every method rejects with an AppError whose code is named here where the renewal depends on it.
 */
import type { Finding } from '../../shared/ipc/models-environment.ts'
import type { RenewalKind } from '../../shared/renewal-steps.ts'
import type { KeyWrapping } from '../../shared/platform/schemas/orders.ts'
import type {
  Encrypted,
  KeyPresence,
  KeyType,
  PinState,
  SymmetricAlgorithm,
  TokenInterface,
  WrappedKey,
} from '../../shared/token/messages.ts'

/** A key pair with its certificate on a token that is plugged in now, found by its public key. */
export interface TokenPair {
  readonly tokenSerialNumber: string
  readonly cardNumber: string
  /** How the token that answers for it is spoken to. */
  readonly interface: TokenInterface
  /** By which algorithms that token unwraps an SM2 encryption key, where it tells. */
  readonly symmetric?: readonly SymmetricAlgorithm[]
  /** CKA_ID in hex; by SKF as container-id.ts makes it. */
  readonly id: string
  readonly label: string
  /** DER. */
  readonly certificate: Uint8Array
  /** Another certificate bears the same CKA_ID: it names neither. */
  readonly isIdShared: boolean
}

/** A token after login: one at a time, to be locked again whatever happens. */
export interface UnlockedToken {
  readonly serialNumber: string
  /** By which interface of its key; PKCS#11 where left out. */
  readonly interface?: TokenInterface
  /** Did this very login make the pair? Then nobody can have touched it, and looking would only cost the user time. */
  hasMade(id: string): boolean
  /** Has this login written a certificate under this id? */
  hasWritten(id: string): boolean
  /** Makes a signing pair under a new id; answers with its SubjectPublicKeyInfo (DER). */
  generateKeyPair(pair: {
    readonly id: string
    readonly label: string
    readonly keyType: KeyType
    /** The pair shall also unwrap the encryption key of its order. */
    readonly unwraps?: boolean
  }): Promise<Uint8Array>
  /**
   * Unwraps an encryption key on the token; it is never in clear outside. Codes token.unsupported, token.keyExposed,
   * token.wrappedKeyRefused: then nothing was left on the token.
   */
  unwrapKey(key: {
    readonly id: string
    readonly label: string
    readonly unwrappingId: string
    readonly wrapped: WrappedKey
  }): Promise<void>
  decrypt(id: string, encrypted: Encrypted): Promise<Uint8Array>
  /** The CKA_ID of the pair with this public key (hex SHA-256 of its SPKI), with or without a certificate. */
  findKey(publicKeySha256: string): Promise<string | undefined>
  /** Signs this text: SHA-256 by RSASSA-PKCS1-v1_5 or ECDSA, SM3withSM2 with the default id; the latter two as DER. */
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
    /** An encryption key or its certificate lies in the same container, and would go with the pair. */
  }>
  /** Destroys every object with this id. */
  removePair(id: string): Promise<void>
  /**
   * The same, only while it is the pair of this certificate (DER), and, where pairs lie in containers, alone there. Answers
   * with why nothing was destroyed; undefined when it was.
   */
  removeOnlyAs(id: string, certificate: Uint8Array): Promise<'holds-more' | 'unclear' | 'other' | undefined>
  /** Destroys what a killed write left: half-written keys and empty certificates with neither id nor label. */
  removeNameless(): Promise<void>
  /** Logs out. Never rejects: the token may be gone. */
  lock(): Promise<void>
}

/** What can be seen of a token without a login. */
export interface TokenLook {
  readonly serialNumber: string
  readonly pin: PinState
  /** How many tries are left, where the token tells the number. */
  readonly triesLeft?: number
  /** The private key of the certificate that was asked about. */
  readonly key: KeyPresence
  /** Free memory in octets, where the token tells. */
  readonly freeBytes?: number
  /** Is there an encryption certificate of the same holder? */
  readonly hasEncryption: boolean
}

export interface Token {
  /**
   * Looks at the token with this public key anew. Codes token.absent: no token; token.otherToken: another one; else the
   * reason why no driver answers.
   */
  look(publicKeySha256: string): Promise<TokenLook>
  /** The pair with this public key (hex SHA-256 of its SPKI). Code token.absent when no plugged-in token holds it. */
  findPair(publicKeySha256: string): Promise<TokenPair>
  /**
   * A key that speaks two interfaces is logged in to by the one that works with this public key (hex SHA-256 of its SPKI).
   * Codes token.pinIncorrect, token.pinLocked, token.pinLength, token.absent.
   */
  unlock(serialNumber: string, pin: string, publicKeySha256?: string): Promise<UnlockedToken>
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
  /** The order renews the encryption certificate as well. */
  readonly withEncryption: boolean
  /** The public key (hex SHA-256 of its SPKI) that the platform was asked to certify. */
  readonly publicKeySha256?: string
}

/** The active order of a certificate: made now, or found. */
export interface PlacedOrder extends PlatformOrder {
  readonly wasThere: boolean
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
  readonly encryption?: IssuedEncryption
}

interface EncryptionCertificate {
  /** DER. */
  readonly certificate: Uint8Array
  /** The platform's name for how the key is wrapped; one of KeyWrapping, or something this program cannot take. */
  readonly wrapping: string
}

/** The wrapped key is an SM2EnvelopedKey (GM/T 0009, 7.4), or an AES key and what is under it. */
export type IssuedEncryption = EncryptionCertificate &
  (
    | { readonly envelopedKey: Uint8Array }
    | { readonly encryptedKey: Uint8Array; readonly encryptedPrivateKey: Uint8Array }
  )

/** What became of one certificate. */
interface Installation {
  /** Hex SHA-256. */
  readonly certificateSha256: string
  readonly installed: boolean
  readonly reason?: string
}

export type ProofAlgorithm = 'rsa-pkcs1-sha256' | 'ecdsa-p256-sha256' | 'sm2-sm3'

/**
 * The platform. A keyed call takes an idempotency key (UUID): the same key may be sent again and is answered with what
 * was done the first time. Code platform.loginRequired from any of them means: log in and call again, same key.
 */
export interface Platform {
  /**
   * Is it there and at work? Needs no login. An answer of its own that came within the last `freshMs` will do, where that
   * is given. Codes platform.unreachable, platform.maintenance and the like.
   */
  reach(freshMs?: number): Promise<void>
  /** Code platform.certificateUnknown when this account has no certificate with this public key. */
  findCertificate(certificate: {
    readonly serialNumber: string
    readonly publicKeySha256: string
  }): Promise<PlatformCertificate>
  /** Answers with the active order when there is one already. Codes platform.notRenewable, platform.certificateRevoked. */
  createOrder(
    order: {
      readonly kind: RenewalKind
      readonly certificateId: string
      /** How the encryption key may be wrapped, where that is known before the key is made. */
      readonly keyWrapping?: readonly KeyWrapping[]
    },
    key: string,
  ): Promise<PlacedOrder>
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
      /** How the encryption key may be wrapped; empty when none is wanted. */
      readonly keyWrapping: readonly KeyWrapping[]
    },
    key: string,
  ): Promise<PlatformOrder>
  readIssued(orderId: string): Promise<IssuedCertificates>
  confirm(
    confirmation: Installation & { readonly orderId: string; readonly encryption?: Installation },
    key: string,
  ): Promise<void>
}

/** The computer around the token. */
export interface Environment {
  /** Other programs that may be in the way of the token, as 环境检测 finds them; ends when the signal is aborted. */
  conflicts(signal: AbortSignal): Promise<readonly Finding[]>
}

/** Time by the platform's clock where it is known, else by the computer's. */
export interface Clock {
  now(): Date
  /** Platform minus computer, in ms; undefined until the platform has told. */
  skewMs(): number | undefined
}
