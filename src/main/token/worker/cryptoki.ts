/**
 * The few names of PKCS#11 v2.40 that the worker uses. Their values are fixed by the standard; the addon's own table of
 * them exists only once the addon has loaded, and templates and rules should not depend on that.
 */
import type {
  Handle as Pkcs11Handle,
  Mechanism as Pkcs11Mechanism,
  PKCS11,
  RsaOAEP,
  Template as Pkcs11Template,
  TokenInfo,
} from 'pkcs11js'

export type Cryptoki = PKCS11
/** The bytes of one CK_ULONG; equal bytes are the same handle. */
export type Handle = Pkcs11Handle
export type Template = Pkcs11Template
export type Mechanism = Pkcs11Mechanism
export type OaepParameters = RsaOAEP
export type CryptokiTokenInfo = TokenInfo

export const CKF = {
  rwSession: 0x2,
  serialSession: 0x4,
  osLockingOk: 0x2,
  userPinInitialised: 0x8,
  tokenInitialised: 0x400,
  userPinCountLow: 0x10000,
  userPinFinalTry: 0x20000,
  userPinLocked: 0x40000,
  soPinCountLow: 0x100000,
  soPinFinalTry: 0x200000,
  soPinLocked: 0x400000,
} as const

export const CKU_SO = 0
export const CKU_USER = 1
export const CKC_X_509 = 0

export const CKO = { certificate: 1, publicKey: 2, privateKey: 3, secretKey: 4 } as const
export const CKK = { rsa: 0, ec: 3, aes: 0x1f } as const
export const CKM = {
  rsaPkcsKeyPairGen: 0x0,
  rsaPkcs: 0x1,
  rsaPkcsOaep: 0x9,
  sha1: 0x220,
  ecKeyPairGen: 0x1040,
  ecdsa: 0x1041,
  aesKeyWrapPad: 0x210a,
} as const
export const CKG = { mgf1Sha1: 0x1 } as const
export const CKZ = { dataSpecified: 0x1 } as const
/** The addon's own number for this kind of mechanism parameter. */
export const oaepParameters = 4

export const CKA = {
  class: 0x0,
  token: 0x1,
  private: 0x2,
  label: 0x3,
  value: 0x11,
  certificateType: 0x80,
  issuer: 0x81,
  serialNumber: 0x82,
  keyType: 0x100,
  subject: 0x101,
  id: 0x102,
  sensitive: 0x103,
  decrypt: 0x105,
  unwrap: 0x107,
  sign: 0x108,
  verify: 0x10a,
  modulus: 0x120,
  modulusBits: 0x121,
  publicExponent: 0x122,
  extractable: 0x162,
  ecParams: 0x180,
  ecPoint: 0x181,
} as const

export function nameOf(handle: Handle): string {
  return handle.toString('hex')
}

/** A CK_ULONG attribute (class, key type) in the machine's own byte order: little-endian on every platform we build for. */
export function numberOf(value: Buffer): number {
  return value.length === 0 ? Number.NaN : value.readUIntLE(0, Math.min(value.length, 4))
}
