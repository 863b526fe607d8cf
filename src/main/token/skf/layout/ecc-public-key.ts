import { isSm2Point } from '../../../x509/sm2-public-key.ts'
import { readUlong, readWide, wideOctets, writeUlong, writeWide } from './wide-number.ts'

const curveBits = 256

/**
 * ECCPUBLICKEYBLOB { ULONG BitLen; BYTE X[64], Y[64] } as an uncompressed point (65 octets, the first is 04). Undefined
 * when it is none on the curve of SM2: read with the wrong width of ULONG it never is.
 */
export function readEccPublicKey(blob: Uint8Array, width: 4 | 8): Uint8Array | undefined {
  if (readUlong(blob, 0, width) !== curveBits) return undefined
  const x = readWide(blob.subarray(width, width + wideOctets))
  const y = readWide(blob.subarray(width + wideOctets, width + 2 * wideOctets))
  if (x === undefined || y === undefined) return undefined
  const point = Uint8Array.of(0x04, ...x, ...y)
  return isSm2Point(point) ? point : undefined
}

/** @param coordinates x and y, 64 octets */
export function writeEccPublicKey(coordinates: Uint8Array, width: 4 | 8): Uint8Array {
  const [x, y] = [coordinates.subarray(0, 32), coordinates.subarray(32, 64)]
  return Buffer.concat([writeUlong(curveBits, width), writeWide(x), writeWide(y)])
}
