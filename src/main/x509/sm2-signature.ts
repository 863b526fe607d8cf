import { sm2 } from 'sm-crypto-v2'
import { DerError, readElements, tags, type DerElement } from './der.ts'
import { pointOf, type PublicKey } from './public-key.ts'
import { readWhole, type Signed } from './signed.ts'

/** GM/T 0009: the id that everybody signs with who has agreed on none. */
const userId = '1234567812345678'
/** A number below 2^256, with a sign octet. */
const longestNumber = 33

/**
 * SM3withSM2 (GM/T 0003.2, GM/T 0009) in JavaScript: Electron's OpenSSL knows neither SM2 nor SM3, and Node's cannot be
 * told the id. The library takes octets after the signature's end and throws on short ones, so its form is checked here.
 */
export function verifySm2(
  { octets, signature }: Pick<Signed, 'octets' | 'signature'>,
  key: PublicKey,
): 'valid' | 'invalid' {
  if (!isSm2Signature(signature)) return 'invalid'
  try {
    const publicKey = Buffer.from(pointOf(key)).toString('hex')
    const hex = Buffer.from(signature).toString('hex')
    return sm2.doVerifySignature(octets, hex, publicKey, { hash: true, der: true, userId }) ? 'valid' : 'invalid'
  } catch {
    // A point that is not on the curve, or numbers out of range.
    return 'invalid'
  }
}

/** Exactly SEQUENCE { INTEGER r, INTEGER s }, both positive and as short as they can be. */
export function isSm2Signature(signature: Uint8Array): boolean {
  try {
    const sequence = readWhole(signature, tags.sequence)
    const numbers = readElements(sequence.content)
    return signature[1] === sequence.content.length && numbers.length === 2 && numbers.every(isPositiveNumber)
  } catch (error) {
    if (error instanceof DerError) return false
    throw error
  }
}

function isPositiveNumber({ tag, content, whole }: DerElement): boolean {
  const [first = 0x80, second = 0] = content
  if (tag !== tags.integer || whole.length !== content.length + 2 || content.length > longestNumber) return false
  if (first >= 0x80) return false
  return first !== 0 || (content.length > 1 && second >= 0x80)
}
