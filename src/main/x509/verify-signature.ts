import { createPublicKey, verify, type VerifyKeyObjectInput } from 'node:crypto'
import type { X509Certificate } from './certificate.ts'
import { DerError, tags } from './der.ts'
import type { PublicKey } from './public-key.ts'
import { readPssParameters } from './pss-parameters.ts'
import type { Signed } from './signed.ts'
import { verifySm2 } from './sm2-signature.ts'

/** Three things: what cannot be verified here is never called invalid. */
export type Verdict = 'valid' | 'invalid' | 'unsupported'

/** RFC 8017, RFC 4055. */
const rsaHashes: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.14': 'sha224',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
}
/** RFC 5758. */
const ecdsaHashes: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.1': 'sha224',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const rsaPss = '1.2.840.113549.1.1.10'
/** GM/T 0015: SM3withSM2. */
const sm3WithSm2 = '1.2.156.10197.1.501'

/** Has this key signed this? SM2 by sm-crypto-v2 with the default id, all else by node:crypto. */
export function verifySignature(signed: Signed, key: PublicKey): Verdict {
  const { oid } = signed.algorithm
  if (key.algorithm === 'other') return 'unsupported'
  if (oid === sm3WithSm2) return key.algorithm === 'sm2' ? verifySm2(signed, key) : 'invalid'
  const ecdsaHash = ecdsaHashes[oid]
  if (ecdsaHash !== undefined) return verifyEcdsa(signed, key, ecdsaHash)
  const rsaHash = rsaHashes[oid]
  if (rsaHash === undefined && oid !== rsaPss) return 'unsupported'
  if (key.algorithm !== 'rsa') return 'invalid'
  return rsaHash === undefined ? verifyPss(signed, key) : verifyPkcs1(signed, key, rsaHash)
}

/** Was this certificate signed with this key? The algorithm outside has to be the signed one (RFC 5280, 4.1.1.2). */
export function verifyCertificate({ proof, signedAlgorithm }: X509Certificate, issuerKey: PublicKey): Verdict {
  if (!Buffer.from(signedAlgorithm).equals(proof.algorithm.der)) return 'invalid'
  return verifySignature(proof, issuerKey)
}

/** By a hash for which two texts with one signature can be made: proves little. */
export function isWeak({ algorithm }: Signed): boolean {
  const hash = rsaHashes[algorithm.oid] ?? ecdsaHashes[algorithm.oid]
  if (algorithm.oid === rsaPss) return readPssParameters(algorithm.parameters)?.hash === 'sha1'
  return hash === 'md5' || hash === 'sha1'
}

function verifyPkcs1(signed: Signed, key: PublicKey, hash: string): Verdict {
  const { parameters } = signed.algorithm
  if (parameters !== undefined && parameters.tag !== tags.null) return 'unsupported'
  return verifyByNode(signed, key, hash)
}

/** ECDSA on the curve of SM2 is something else than SM2, and Electron's OpenSSL does not know the curve. */
function verifyEcdsa(signed: Signed, key: PublicKey, hash: string): Verdict {
  if (key.algorithm === 'rsa') return 'invalid'
  return key.algorithm === 'sm2' ? 'unsupported' : verifyByNode(signed, key, hash)
}

function verifyPss(signed: Signed, key: PublicKey): Verdict {
  const parameters = readPssParameters(signed.algorithm.parameters)
  if (parameters === undefined) return 'unsupported'
  // RSA_PKCS1_PSS_PADDING; its mask is made with the same hash, and nothing else can be set.
  return verifyByNode(signed, key, parameters.hash, { padding: 6, saltLength: parameters.saltLength })
}

function verifyByNode(
  { octets, signature }: Signed,
  { spki }: PublicKey,
  hash: string,
  options: Omit<VerifyKeyObjectInput, 'key'> = {},
): Verdict {
  try {
    const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
    return verify(hash, octets, { key, ...options }, signature) ? 'valid' : 'invalid'
  } catch (error) {
    if (error instanceof DerError) throw error
    // A curve, a length or a hash that this runtime does not know.
    return 'unsupported'
  }
}
