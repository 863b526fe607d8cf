/**
 * What main and a token worker say to each other. The PKCS#11 worker (src/main/token/worker), the SKF worker
 * (src/main/token/skf) and the soft token worker (simulator/token) answer the same requests, so nothing above them can
 * tell one from the other.
 *
 * Bytes are Uint8Array, ids are lower-case hex, times are milliseconds. A slot name is only good for the life of one
 * worker: identity is the token's serial number, and for a key pair its public key.
 *
 * An id is a CKA_ID by PKCS#11. By SKF (GM/T 0016) it names one of the two pairs of a container: see container-id.ts.
 */
import type { Failure } from '../failure.ts'
import type { KeyReport } from './key-report.ts'

/** How a vendor's library is spoken to: PKCS#11 (Cryptoki), or SKF (GM/T 0016). */
export type TokenInterface = 'pkcs11' | 'skf'

/**
 * An RSA private key (PKCS#8) under AES-256 key wrap with padding (RFC 5649), whose AES key is encrypted for a key pair
 * on the token: RSAES-OAEP with SHA-1 and MGF1-SHA-1, or RSAES-PKCS1-v1_5 (RFC 8017, 7).
 */
export interface RsaWrappedKey {
  readonly keyEncryption: 'rsa-oaep-sha1' | 'rsa-pkcs1'
  readonly encryptedKey: Uint8Array
  readonly encryptedPrivateKey: Uint8Array
}

/** An SM2 private key for a signing pair on the token. `envelopedKey`: SM2EnvelopedKey, DER (GM/T 0009, 7.4). */
export interface Sm2EnvelopedKey {
  readonly keyEncryption: 'sm2-enveloped'
  readonly envelopedKey: Uint8Array
}

export type WrappedKey = RsaWrappedKey | Sm2EnvelopedKey

/**
 * What is decrypted: RSAES-PKCS1-v1_5, or SM4 in ECB mode under a key that is encrypted for the SM2 key. `encryptedKey`:
 * SM2Cipher, DER (GM/T 0009, 7.3). `ciphertext` of SM4: whole blocks of 16 octets, no padding.
 */
export type Encrypted =
  | { readonly algorithm: 'rsa-pkcs1'; readonly ciphertext: Uint8Array }
  | { readonly algorithm: 'sm2-sm4-ecb'; readonly encryptedKey: Uint8Array; readonly ciphertext: Uint8Array }

/** A symmetric algorithm by which a token unwraps an SM2 key (DEVINFO.AlgSymCap, in ECB mode: GM/T 0006). */
export type SymmetricAlgorithm = 'sm4' | 'sm1' | 'ssf33'

/** An input or output without fields. */
type Nothing = Readonly<Record<string, never>>

export type KeyType = 'rsa-2048' | 'p-256' | 'sm2'

/** A vendor's own numbers for SM2 in PKCS#11: the mechanism (CKM) that makes a key pair, and the type (CKK) of its keys. */
export interface Sm2Capability {
  readonly keyGeneration: number
  readonly keyType: number
}

/** What the flags of CK_TOKEN_INFO tell about the user PIN; a module may set none of them (PKCS#11 v2.40, 4.5). */
export type PinState = 'ok' | 'count-low' | 'final-try' | 'locked'

/**
 * Without login a private key is not visible; its public key object stands in. `unknown`: the token shows no key objects,
 * or none for an encryption certificate, whose key may have been unwrapped onto the token.
 */
export type KeyPresence = 'present' | 'missing' | 'unknown'

export interface StoredCertificate {
  readonly id: string
  /** CKA_LABEL, decoded as UTF-8, else as GB 18030. */
  readonly label: string
  /** CKA_VALUE as it is stored: usually DER, but a token may hold anything. */
  readonly value: Uint8Array
  readonly key: KeyPresence
}

export interface TokenSnapshot {
  readonly slot: string
  readonly serialNumber: string
  readonly label: string
  readonly manufacturer: string
  readonly model: string
  readonly pin: {
    readonly state: PinState
    readonly minLength: number
    readonly maxLength: number
    readonly initialised: boolean
    /** False: the interface tells no limits of its length, and these are what no token is known to go beyond. */
    readonly areLimitsTold?: boolean
    /** How many tries are left, where the token tells the number. */
    readonly triesLeft?: number
  }
  /** The same flags of the security officer's PIN (管理员 PIN), which alone resets a locked user PIN. */
  readonly securityOfficerPin?: PinState
  /** Free memory in bytes for public objects; absent where the module does not tell. */
  readonly freeBytes?: number
  /** By which algorithms it unwraps an SM2 encryption key; none told means that nobody knows. */
  readonly symmetric?: readonly SymmetricAlgorithm[]
  readonly certificates: readonly StoredCertificate[]
}

/** What a module tells of itself (CK_INFO, PKCS#11 v2.40, 3.1). */
export interface ModuleLibrary {
  readonly manufacturer: string
  readonly description: string
  /** `major.minor` as it says; a module that does not care says 0.0. */
  readonly version: string
  /** Of PKCS#11, as the module claims to keep it. */
  readonly cryptoki: string
}

interface TokenRequests {
  /** Loads the module and initialises it; once per worker. `library`: where it tells, as by PKCS#11. Errors: token.module*. */
  readonly open: {
    readonly input: { readonly modulePath: string; readonly sm2?: Sm2Capability | undefined }
    readonly output: { readonly library?: ModuleLibrary }
  }
  /**
   * All tokens with their certificates, without a PIN; keeps one read-only session per token for the next time. How PIN
   * and memory stand is asked anew `withState` only: it is a call more for each token, and matters before a PIN is used.
   */
  readonly list: {
    readonly input: { readonly withState?: boolean }
    readonly output: { readonly tokens: readonly TokenSnapshot[] }
  }
  /** The slots that hold a token now; the cheapest question there is (C_GetSlotList). */
  readonly poll: { readonly input: Nothing; readonly output: { readonly slots: readonly string[] } }
  /**
   * Opens a read-write session on exactly this token and logs in. Errors: token.pin* (details.pinState, and
   * details.triesLeft where the token tells the number), token.otherToken, token.absent; token.inUse: another program
   * has reserved the token.
   */
  readonly unlock: {
    readonly input: { readonly slot: string; readonly serialNumber: string; readonly pin: string }
    readonly output: Nothing
  }
  /** Logs out and closes the read-write session. Harmless when not unlocked. */
  readonly lock: { readonly input: { readonly slot: string }; readonly output: Nothing }
  /**
   * Puts a new user PIN in place of the old one, which is tried once. A login with the new one proves it, and is ended
   * again. Errors: token.busy while unlocked; token.pin* for the old PIN; token.newPinRefused for the new one: nothing
   * has changed then. token.pinOutcomeUnknown: the token did not say what it has done. token.pinUnproven: it says that
   * the PIN is changed, and does not take the new one.
   */
  readonly changePin: {
    readonly input: {
      readonly slot: string
      readonly serialNumber: string
      readonly pin: string
      readonly newPin: string
    }
    readonly output: Nothing
  }
  /**
   * Sets a new user PIN with the security officer's, which is tried once, and only where the token can do this at all
   * (token.unblockUnsupported). Errors: token.securityOfficerPinIncorrect and token.securityOfficerPinLocked, with how
   * that PIN stands now in details.pinState; else as changePin.
   */
  readonly unblockPin: {
    readonly input: {
      readonly slot: string
      readonly serialNumber: string
      readonly securityOfficerPin: string
      readonly newPin: string
    }
    readonly output: Nothing
  }
  /**
   * Makes a pair on the token: private key sensitive, not extractable, for signing. Answers with the SPKI (DER). Never
   * over a pair that is there. Code token.sm2Unsupported: an SM2 pair where the driver declares no way to make one
   * (`open`), or the token has it not.
   */
  readonly generateKeyPair: {
    readonly input: {
      readonly slot: string
      readonly id: string
      readonly label: string
      readonly keyType: KeyType
      /** The private key may unwrap another key as well (CKA_UNWRAP); only RSA keys can. */
      readonly unwraps?: boolean
    }
    readonly output: { readonly publicKey: Uint8Array }
  }
  /**
   * Unwraps a private key on the token, under this new id, with the private key of `unwrappingId`: sensitive, not
   * extractable, for decryption. Both are read back; a token that ignores them is corrected, else the key is destroyed
   * (token.keyExposed). token.unsupported: this token cannot, and nothing was made. token.wrappedKeyRefused: the token
   * says that these octets are no key, and nothing was made. An SM2 key goes into the container of `unwrappingId`, in
   * place of an encryption key that an earlier try has put there.
   */
  readonly unwrapKey: {
    readonly input: {
      readonly slot: string
      readonly id: string
      readonly label: string
      readonly unwrappingId: string
      readonly wrapped: WrappedKey
    }
    readonly output: Nothing
  }
  /** Decrypts what was encrypted for the key of this id. */
  readonly decrypt: {
    readonly input: { readonly slot: string; readonly id: string; readonly encrypted: Encrypted }
    readonly output: { readonly plaintext: Uint8Array }
  }
  /** The CKA_ID of the key pair with this public key (hex SHA-256 of its SPKI), whether it has a certificate or not. */
  readonly findKey: {
    readonly input: { readonly slot: string; readonly publicKeySha256: string }
    readonly output: { readonly id?: string }
  }
  /**
   * Signs this text with the private key of this id: its SHA-256 by RSASSA-PKCS1-v1_5 (RFC 8017, 8.2) or by ECDSA as a
   * DER sequence (RFC 3279, 2.2.3); with an SM2 key SM3withSM2 (GM/T 0003.2) and the default id, as a DER sequence. Code
   * token.signatureWrong: what the token answered is no signature of this text by this key.
   */
  readonly sign: {
    readonly input: { readonly slot: string; readonly id: string; readonly text: Uint8Array }
    readonly output: { readonly signature: Uint8Array }
  }
  /** Writes a certificate object; the DER parts fill CKA_SUBJECT, CKA_ISSUER and CKA_SERIAL_NUMBER. */
  readonly writeCertificate: {
    readonly input: {
      readonly slot: string
      readonly id: string
      readonly label: string
      readonly certificate: Uint8Array
      readonly subject: Uint8Array
      readonly issuer: Uint8Array
      readonly serialNumber: Uint8Array
    }
    readonly output: Nothing
  }
  /** Reads what the token holds under this id (needs unlock): the certificate's bytes and, where a key pair is there, its SPKI. */
  readonly readPair: {
    readonly input: { readonly slot: string; readonly id: string }
    readonly output: {
      readonly certificate?: Uint8Array
      readonly publicKey?: Uint8Array
      readonly hasPrivateKey: boolean
    }
  }
  /** Reads back the certificate that this session wrote under this id. */
  readonly readCertificate: {
    readonly input: { readonly slot: string; readonly id: string }
    readonly output: { readonly certificate?: Uint8Array }
  }
  /**
   * Destroys every object with this id: private key, public key, certificate. By SKF a container goes as a whole, by the
   * id of its signing pair; by that of its encryption pair nothing goes. `onlyAs` (DER; SKF only): it goes while it
   * is the pair of this certificate, and alone. `kept` tells why nothing went: an encryption key or its certificate lies in the
   * container, the token does not say whether one does, or it is another pair by now.
   */
  readonly removePair: {
    readonly input: { readonly slot: string; readonly id: string; readonly onlyAs?: Uint8Array }
    readonly output: { readonly removed: number; readonly kept?: 'holds-more' | 'unclear' | 'other' }
  }
  /** Destroys what a write that was killed leaves behind: half-written keys and empty certificates without id and label. */
  readonly removeNameless: {
    readonly input: { readonly slot: string }
    readonly output: { readonly removed: number }
  }
  /** What can be told of library and tokens without a PIN and without a write; nothing by PKCS#11. */
  readonly report: { readonly input: Nothing; readonly output: { readonly report?: KeyReport } }
}

export type TokenOperation = keyof TokenRequests
export type TokenInput<O extends TokenOperation> = TokenRequests[O]['input']
export type TokenOutput<O extends TokenOperation> = TokenRequests[O]['output']

/** Handlers of one worker: what both workers implement. */
export type TokenHandlers = {
  readonly [O in TokenOperation]: (input: TokenInput<O>) => TokenOutput<O> | Promise<TokenOutput<O>>
}

export interface TokenRequestMessage<O extends TokenOperation = TokenOperation> {
  readonly id: number
  readonly operation: O
  readonly input: TokenInput<O>
}

export type TokenAnswerMessage =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | { readonly id: number; readonly ok: false; readonly failure: Failure }
