import { access } from 'node:fs/promises'
import { basename } from 'node:path'
import { AppError } from '../app-error.ts'
import type { ChooseSavePath } from '../certificates/export-certificate.ts'
import type { FoundCertificate } from '../certificates/find-certificate.ts'
import { writeNew } from '../files/write-new.ts'
import { writeSafely } from '../files/write-safely.ts'
import { usageOf } from '../x509/usage.ts'
import { writeSignedAttributes } from './cms/signed-attributes.ts'
import { writeDetachedSignature } from './cms/write-signed-data.ts'
import { requireUsableKey, withKey, type KeyInUse } from './key-use.ts'
import type { SigningTokens } from './ports.ts'
import { contentReader, digestsOf } from './read-content.ts'
import { verifyContent } from './verify-file.ts'

interface Signing {
  readonly found: FoundCertificate
  readonly path: string
  readonly pin: string
  readonly tokens: SigningTokens
  readonly now: Date
  /** The CAs above the certificate, as far as they are known (DER). */
  readonly chainOf: (certificate: KeyInUse['certificate']) => readonly Uint8Array[]
  readonly chooseSavePath: ChooseSavePath
}

interface Target {
  readonly path: string
  /** The user has agreed in the dialog that what is there is replaced. */
  readonly mayReplace: boolean
}

/**
 * 签署文件: a detached signature (CMS, RFC 5652) beside the file, as `<file>.p7s`; where that is there already, the
 * dialog asks. It is written only after it was checked against the file as it is then. Codes signing.sm2Files (signatures
 * by GM/T 0010 are not made here), signing.wrongUsage, signing.fileChanged, signing.keyMismatch, signing.saveFailed, and those of the token.
 */
export async function signFile(signing: Signing): Promise<{ readonly saved: boolean; readonly fileName?: string }> {
  const { extensions, publicKey } = requireUsableKey(signing.found)
  if (publicKey.algorithm === 'sm2') throw new AppError('signing.sm2Files')
  if (usageOf(extensions.keyUsage) === 'encryption') throw new AppError('signing.wrongUsage')
  const messageDigest = await digestOf(signing.path)
  const target = await chooseTarget(signing)
  if (target === undefined) return { saved: false }
  const signature = await withKey(signing, (key) => sign(key, { ...signing, messageDigest }))
  await requireIntact(signing.path, signature)
  await save(target, signature)
  return { saved: true, fileName: basename(target.path) }
}

async function digestOf(path: string): Promise<Uint8Array> {
  return (await digestsOf(contentReader(path), ['sha256'])).get('sha256') ?? new Uint8Array()
}

async function chooseTarget({ path, chooseSavePath }: Signing): Promise<Target | undefined> {
  const beside = `${path}.p7s`
  const isThere = await access(beside).then(
    () => true,
    () => false,
  )
  if (!isThere) return { path: beside, mayReplace: false }
  const chosen = await chooseSavePath(beside)
  return chosen === undefined ? undefined : { path: chosen, mayReplace: true }
}

async function sign(
  { certificate, id, token }: KeyInUse,
  { messageDigest, now, chainOf }: Signing & { readonly messageDigest: Uint8Array },
): Promise<Uint8Array> {
  const signedAttributes = writeSignedAttributes({
    messageDigest,
    signingTime: now,
    certificateSha256: Buffer.from(certificate.sha256, 'hex'),
  })
  const signature = await token.sign(id, signedAttributes)
  return writeDetachedSignature({
    signer: certificate,
    certificates: chainOf(certificate),
    signedAttributes,
    signature,
  })
}

/** The file may have been written to while the PIN was typed, and a key may not be the certificate's. */
async function requireIntact(path: string, signature: Uint8Array): Promise<void> {
  const [signer] = (await verifyContent(path, signature)).signers
  if (signer?.outcome === 'content-changed') throw new AppError('signing.fileChanged')
  if (signer?.outcome !== 'intact') throw new AppError('signing.keyMismatch')
}

async function save({ path, mayReplace }: Target, signature: Uint8Array): Promise<void> {
  try {
    await (mayReplace ? writeSafely(path, signature) : writeNew(path, signature))
  } catch (cause) {
    throw new AppError('signing.saveFailed', { cause })
  }
}
