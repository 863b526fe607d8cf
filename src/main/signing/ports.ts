/** What signing and checking need, in their own words; app.ts joins them. */
import type { Encrypted } from '../../shared/token/messages.ts'
import type { X509Certificate } from '../x509/certificate.ts'

/** A token after login. */
export interface SigningToken {
  /** Signs this text: SHA-256 by RSASSA-PKCS1-v1_5 or ECDSA, SM3withSM2; the latter two as DER. Code token.keyNotFound. */
  sign(id: string, text: Uint8Array): Promise<Uint8Array>
  decrypt(id: string, encrypted: Encrypted): Promise<Uint8Array>
  /** The certificate under this id, read from the token now. */
  readCertificate(id: string): Promise<Uint8Array | undefined>
  /** Logs out. Never rejects. */
  lock(): Promise<void>
}

export interface SigningTokens {
  /** By the interface that works with this public key (hex SHA-256 of its SPKI). Codes token.busy, token.pin*, token.absent. */
  unlock(serialNumber: string, pin: string, publicKeySha256?: string): Promise<SigningToken>
}

/** Whether the issuer of a certificate is known and vouches for it. `unchecked`: nobody has looked. */
export type IssuerTrust = 'unchecked' | 'trusted' | 'untrusted' | 'unknown-issuer' | 'unsupported'

/** @param others certificates that came with it, which may stand between it and a known CA */
export type CheckIssuer = (certificate: X509Certificate, others: readonly X509Certificate[]) => Promise<IssuerTrust>

/** Asks for a file to read; nothing when the user cancels. */
export type ChooseFile = (purpose: 'content' | 'signature') => Promise<string | undefined>
