import { constants, createHash, createPublicKey, createVerify, type KeyObject } from 'node:crypto'
import type { X509Certificate } from '../../x509/certificate.ts'
import { readElements, readElement, tags } from '../../x509/der.ts'
import { hashedSignatures, hashOf, oid, type HashName } from './oids.ts'
import { readAlgorithm, type SignerInfo } from './read-signed-data.ts'

/** How a signature is checked: with which hash of the content, and how the signature over it was made. */
export interface SignatureScheme {
  readonly contentHash: HashName
  readonly hash: HashName
  readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa'
  /** Octets of salt, for RSASSA-PSS. */
  readonly saltLength?: number
}

/** Undefined for what cannot be checked here, which is not the same as wrong. */
export function schemeOf({ digestAlgorithm, signatureAlgorithm }: SignerInfo): SignatureScheme | undefined {
  const contentHash = hashOf(digestAlgorithm.oid)
  if (contentHash === undefined) return undefined
  if (signatureAlgorithm.oid === oid.rsaEncryption) return { contentHash, hash: contentHash, kind: 'rsa' }
  const named = hashedSignatures[signatureAlgorithm.oid]
  if (named !== undefined) return { contentHash, ...named }
  if (signatureAlgorithm.oid !== oid.rsaPss) return undefined
  const parameters = readPss(signatureAlgorithm.parameters?.content ?? new Uint8Array())
  return parameters === undefined ? undefined : { contentHash, kind: 'rsa-pss', ...parameters }
}

/** RFC 4055, 3.1: hash [0], mask generation [1], salt length [2], trailer [3]; SHA-1 and 20 where left out. */
function readPss(content: Uint8Array): { readonly hash: HashName; readonly saltLength: number } | undefined {
  const fields = new Map(readElements(content).map((field) => [field.tag, readElement(field.content)]))
  const hashField = fields.get(0xa0)
  const hash = hashField === undefined ? 'sha1' : hashOf(readAlgorithm(hashField).oid)
  const mask = fields.get(0xa1)
  const maskAlgorithm = mask === undefined ? undefined : readAlgorithm(mask)
  const maskHash =
    maskAlgorithm?.parameters === undefined ? 'sha1' : hashOf(readAlgorithm(maskAlgorithm.parameters).oid)
  if (maskAlgorithm !== undefined && maskAlgorithm.oid !== oid.mgf1) return undefined
  // Node takes one hash for both, as nearly everybody does.
  if (hash === undefined || hash !== maskHash || fields.has(0xa3)) return undefined
  const salt = fields.get(0xa2)
  if (salt === undefined) return { hash, saltLength: 20 }
  const isLength = salt.tag === tags.integer && salt.content.length <= 2 && (salt.content[0] ?? 0x80) < 0x80
  return isLength ? { hash, saltLength: Buffer.from(salt.content).readUIntBE(0, salt.content.length) } : undefined
}

/** A check of one signature over what is fed to it piece by piece. */
export interface SignatureCheck {
  update(chunk: Uint8Array): void
  isRight(signature: Uint8Array): boolean
}

/** Undefined when the certificate's key is of another kind than the signature, or of none that is known here. */
export function createSignatureCheck(
  { hash, kind, saltLength }: SignatureScheme,
  certificate: X509Certificate,
): SignatureCheck | undefined {
  const key = toKey(certificate)
  const isFit = key !== undefined && (kind === 'ecdsa' ? key.asymmetricKeyType === 'ec' : isRsa(key))
  if (!isFit) return undefined
  const verification = createVerify(hash)
  const padding = kind === 'rsa-pss' ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: saltLength ?? 0 } : {}
  return {
    update: (chunk) => void verification.update(chunk),
    isRight: (signature) => verification.verify({ key, ...padding }, signature),
  }
}

function isRsa({ asymmetricKeyType }: KeyObject): boolean {
  return asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss'
}

function toKey({ publicKey }: X509Certificate): KeyObject | undefined {
  if (publicKey.algorithm === 'sm2' || publicKey.algorithm === 'other') return undefined
  try {
    return createPublicKey({ key: Buffer.from(publicKey.spki), format: 'der', type: 'spki' })
  } catch {
    return undefined
  }
}

export function digestOf(hash: HashName, bytes: Uint8Array): Uint8Array {
  return createHash(hash).update(bytes).digest()
}
