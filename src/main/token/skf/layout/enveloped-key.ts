import type { SymmetricAlgorithm } from '../../../../shared/token/messages.ts'
import type { EnvelopedKey } from '../../../x509/sm2-enveloped-key.ts'
import { writeEccCipher } from './ecc-cipher.ts'
import { writeEccPublicKey } from './ecc-public-key.ts'
import { writeUlong, writeWide } from './wide-number.ts'

/** SGD_SM1_ECB and its like (GM/T 0006). */
export const algorithmIds: Readonly<Record<SymmetricAlgorithm, number>> = { sm1: 0x101, ssf33: 0x201, sm4: 0x401 }
const version = 1
const keyBits = 256

/**
 * ENVELOPEDKEYBLOB { ULONG Version, ulSymmAlgID, ulBits; BYTE cbEncryptedPriKey[64]; ECCPUBLICKEYBLOB PubKey; ECCCIPHERBLOB
 * ECCCipherBlob }. A private key of 32 octets lies at the end of its field, as everything of that length does; one of 64
 * was padded before it was encrypted. The same in packed and natural alignment.
 */
export function writeEnvelopedKey(key: EnvelopedKey, symmetric: SymmetricAlgorithm, width: 4 | 8): Uint8Array {
  return Buffer.concat([
    ...[version, algorithmIds[symmetric], keyBits].map((number) => writeUlong(number, width)),
    writeWide(key.encryptedPrivateKey),
    writeEccPublicKey(key.point, width),
    writeEccCipher(key.encryptedKey, width),
  ])
}
