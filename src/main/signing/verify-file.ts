import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../app-error.ts'
import { DerError, writeObjectIdentifier } from '../x509/der.ts'
import { withDefiniteLengths } from './cms/definite-length.ts'
import { oid } from './cms/oids.ts'
import { readSignedData, type SignedData } from './cms/read-signed-data.ts'
import { contentHashesOf, verifySigner, type CheckedSigner } from './cms/verify-signer.ts'
import { contentReader, digestsOf } from './read-content.ts'

/** A signature file holds certificates and signatures, and nothing that takes this much. */
const largestSignature = 16 << 20

interface CheckedFile {
  readonly signers: readonly CheckedSigner[]
  readonly certificates: SignedData['certificates']
}

/**
 * Every signature in a signature file against the file it was made for. Codes signing.fileUnreadable,
 * signing.notSignature, signing.attached (the content is inside), signing.noSigner, signing.sm2Format.
 */
export async function verifyFile(contentPath: string, signaturePath: string): Promise<CheckedFile> {
  return verifyContent(contentPath, await readSignatureFile(signaturePath))
}

/** The same for a signature that is no file yet. */
export async function verifyContent(contentPath: string, signature: Uint8Array): Promise<CheckedFile> {
  const signedData = parse(signature)
  if (signedData.hasContent) throw new AppError('signing.attached')
  if (signedData.signers.length === 0) throw new AppError('signing.noSigner')
  const read = contentReader(contentPath)
  const digests = await digestsOf(read, contentHashesOf(signedData))
  const { contentType, certificates } = signedData
  const signers: CheckedSigner[] = []
  for (const signer of signedData.signers) {
    signers.push(await readable(() => verifySigner(signer, certificates, { contentType, read, digests })))
  }
  return { signers, certificates }
}

async function readSignatureFile(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path)
    if (size > largestSignature) throw new AppError('signing.notSignature')
    return withoutArmour(await readFile(path))
  } catch (cause) {
    throw cause instanceof AppError ? cause : new AppError('signing.fileUnreadable', { cause })
  }
}

/** PEM (RFC 7468, 8 and 9), or base64 alone, as some programs write it; else the octets as they are. */
function withoutArmour(file: Buffer): Uint8Array {
  const text = file.toString('latin1')
  const armoured = /-----BEGIN (PKCS7|CMS)-----([A-Za-z0-9+/=\s]+)-----END \1-----/.exec(text)?.[2]
  if (armoured !== undefined) return Buffer.from(armoured, 'base64')
  return /^\s*MI[A-Za-z0-9+/=\s]+$/.test(text) ? Buffer.from(text, 'base64') : file
}

function parse(signature: Uint8Array): SignedData {
  try {
    const definite = withDefiniteLengths(signature)
    const signedData = readSignedData(definite)
    if (signedData !== undefined) return signedData
    // GM/T 0010 gives its own numbers to the same structure.
    const isSm2 = Buffer.from(definite.subarray(0, 32)).includes(Buffer.from(writeObjectIdentifier(oid.sm2SignedData)))
    throw new AppError(isSm2 ? 'signing.sm2Format' : 'signing.notSignature')
  } catch (error) {
    throw error instanceof DerError ? new AppError('signing.notSignature', { cause: error }) : error
  }
}

async function readable<T>(check: () => Promise<T>): Promise<T> {
  try {
    return await check()
  } catch (error) {
    throw error instanceof DerError ? new AppError('signing.notSignature', { cause: error }) : error
  }
}
