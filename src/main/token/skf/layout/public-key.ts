import { toSm2Spki } from '../../../x509/sm2-public-key.ts'
import { readEccPublicKey } from './ecc-public-key.ts'
import { readRsaPublicKey } from './rsa-public-key.ts'

const widths = [4, 8] as const

export interface ExportedKey {
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array
  /** With which width of ULONG it is a key. */
  readonly ulongOctets: 4 | 8
  /** Of an SM2 key: uncompressed, 65 octets. */
  readonly point?: Uint8Array
}

/**
 * What SKF_ExportPublicKey has answered. Only one width of ULONG makes a key of it, so it tells the width as well.
 * Undefined when neither does.
 */
export function readExportedKey(blob: Uint8Array): ExportedKey | undefined {
  for (const ulongOctets of widths) {
    const point = readEccPublicKey(blob, ulongOctets)
    if (point !== undefined) return { spki: toSm2Spki(point), ulongOctets, point }
    const spki = readRsaPublicKey(blob, ulongOctets)
    if (spki !== undefined) return { spki, ulongOctets }
  }
  return undefined
}
