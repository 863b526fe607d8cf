/** What crosses to the page about 验证签名, signing and checking files. Instants are ISO 8601 in UTC. */
import * as z from 'zod'
import { FailureModel } from './models.ts'
import { secret } from './secret-inputs.ts'

const Instant = z.iso.datetime()
const CertificateId = z.string().regex(/^[0-9a-f]{64}$/)
const FileId = z.uuid()
const Pin = secret(z.string().min(1).max(256))

export const ProofRequest = z.strictObject({ certificateId: CertificateId, pin: Pin })
export const FileSigning = z.strictObject({ certificateId: CertificateId, fileId: FileId, pin: Pin })
export const FileChecking = z.strictObject({ fileId: FileId, signatureId: FileId })

export const filePurposes = ['content', 'signature'] as const

/** A file that was chosen in main's dialog. Its path stays in main. */
export const ChosenFileModel = z.object({ id: FileId, name: z.string(), bytes: z.int().nonnegative() })
export type ChosenFileModel = z.output<typeof ChosenFileModel>

/** `beside`: a signature that lies beside the file, or the file beside its signature. */
export const FileChoice = z.object({
  isChosen: z.boolean(),
  file: ChosenFileModel.optional(),
  beside: ChosenFileModel.optional(),
})
export type FileChoice = z.output<typeof FileChoice>

const SignerCertificate = z.object({
  holder: z.string(),
  issuer: z.string(),
  serialNumber: z.string(),
  algorithm: z.string(),
  notBefore: Instant,
  notAfter: Instant,
})

/** Where an instant lies in a certificate's period. */
const periods = ['within', 'before', 'after'] as const

export const ProofModel = z.object({
  /** `decryption`: the key only decrypts. */
  kind: z.enum(['signature', 'decryption']),
  certificate: SignerCertificate,
  /** What was signed; for decryption, what was encrypted, in hex. */
  text: z.string(),
  at: Instant,
  /** Of `at`: an expired certificate can be tried too. */
  period: z.enum(periods),
  /** Absent for a success. */
  failure: FailureModel.optional(),
})
export type ProofModel = z.output<typeof ProofModel>

const signerOutcomes = [
  'intact',
  'content-changed',
  'signature-wrong',
  'other-certificate',
  'no-certificate',
  'unsupported',
] as const

const issuerTrusts = ['unchecked', 'trusted', 'untrusted', 'unknown-issuer', 'unsupported'] as const

export const SignerModel = z.object({
  outcome: z.enum(signerOutcomes),
  /** 'SHA-256 / RSA', or an object identifier. */
  algorithm: z.string(),
  /** SHA-1: forgeries can be made. */
  isWeak: z.boolean(),
  /** What the signer's own computer said; nobody vouches for it. */
  claimedAt: Instant.optional(),
  certificate: SignerCertificate.optional(),
  /** Of the claimed time, or of the present where none is claimed. */
  period: z.enum(periods).optional(),
  /** May the certificate's key sign at all? */
  maySign: z.boolean().optional(),
  trust: z.enum(issuerTrusts),
})
export type SignerModel = z.output<typeof SignerModel>

export const FileCheck = z.object({
  fileName: z.string(),
  signatureName: z.string(),
  at: Instant,
  signers: z.array(SignerModel).min(1),
})
export type FileCheck = z.output<typeof FileCheck>

export const SavedFile = z.object({ saved: z.boolean(), fileName: z.string().optional() })
export type SavedFile = z.output<typeof SavedFile>
