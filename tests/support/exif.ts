/** How a camera was held: EXIF 2.32, tag 0x0112. 3: upside down; 6 and 8: to be turned right and left by 90°. */
export type Orientation = 1 | 3 | 6 | 8

/** The same JPEG with an APP1 segment that holds one tag: Orientation (Exif, TIFF header big-endian, IFD0 with one entry). */
export function withOrientation(jpeg: Buffer, orientation: Orientation): Buffer {
  const tiff = '4d4d002a00000008' + '0001' + '0112' + '0003' + '00000001' + `000${orientation}0000` + '00000000'
  const body = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), Buffer.from(tiff, 'hex')])
  const head = Buffer.from([0xff, 0xe1, 0, body.length + 2])
  return Buffer.concat([jpeg.subarray(0, 2), head, body, jpeg.subarray(2)])
}

/** By how much the picture itself is turned, clockwise, so that it is upright once the orientation is followed. */
export const storedDegrees: Readonly<Record<Orientation, number>> = { 1: 0, 3: 180, 6: 270, 8: 90 }
