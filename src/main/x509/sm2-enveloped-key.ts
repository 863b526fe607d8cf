import type { SymmetricAlgorithm } from '../../shared/token/messages.ts'
import { DerError, readElements, tags } from './der.ts'
import { readAlgorithm, readWhole, readWholeOctets } from './signed.ts'
import { readSm2Cipher, type Sm2Cipher } from './sm2-cipher.ts'

/** An SM2 key pair, its private key under a symmetric key that is encrypted for another SM2 key. */
export interface EnvelopedKey {
  /** In ECB mode; undefined: by an algorithm that no token is known to take. */
  readonly symmetric: SymmetricAlgorithm | undefined
  /** The symmetric key, 16 octets in clear. */
  readonly encryptedKey: Sm2Cipher
  /** The point of the pair, x and y, 64 octets. */
  readonly point: Uint8Array
  /** 32 octets, or 64 where zeros were encrypted in front of the number. */
  readonly encryptedPrivateKey: Uint8Array
}

/** GM/T 0006: the algorithm, and the same one in ECB mode, which is the mode of this structure anyway. */
const algorithms: Readonly<Record<string, SymmetricAlgorithm>> = {
  '1.2.156.10197.1.104': 'sm4',
  '1.2.156.10197.1.104.1': 'sm4',
  '1.2.156.10197.1.102': 'sm1',
  '1.2.156.10197.1.102.1': 'sm1',
  '1.2.156.10197.1.103': 'ssf33',
  '1.2.156.10197.1.103.1': 'ssf33',
}

/** All three algorithms take keys of 128 bits. */
const symmetricKeyLength = 16
const pointLength = 64
const uncompressed = 0x04

/**
 * SM2EnvelopedKey (GM/T 0009, 7.4). ECB has no parameters, so any that stand beside the algorithm say nothing and are not
 * looked at. Whether the private key belongs to the point, only the token can tell.
 *
 * @throws DerError for anything else, octets after its end too
 */
export function readEnvelopedKey(der: Uint8Array): EnvelopedKey {
  const [algorithm, encryptedKey, point, privateKey, ...others] = readElements(readWhole(der, tags.sequence).content)
  if (others.length > 0) throw new DerError('more than an SM2EnvelopedKey')
  const cipher = readSm2Cipher(encryptedKey?.whole ?? new Uint8Array())
  if (cipher.ciphertext.length !== symmetricKeyLength) throw new DerError('a symmetric key of another length')
  const encryptedPrivateKey = readWholeOctets(privateKey)
  if (![32, 64].includes(encryptedPrivateKey.length)) throw new DerError('a private key of another length')
  return {
    symmetric: algorithms[readAlgorithm(algorithm).oid],
    encryptedKey: cipher,
    point: readPoint(readWholeOctets(point)),
    encryptedPrivateKey,
  }
}

/** Some leave the octet away that says that the point is not compressed. */
function readPoint(octets: Uint8Array): Uint8Array {
  if (octets.length === pointLength) return octets
  if (octets.length !== pointLength + 1 || octets[0] !== uncompressed) throw new DerError('no uncompressed point')
  return octets.subarray(1)
}
