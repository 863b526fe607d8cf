/** One picture of an icon: a square PNG and the length of its side. */
export interface IconPicture {
  readonly side: number
  readonly png: Uint8Array
}

const headerBytes = 6
const entryBytes = 16

/** A Windows icon of PNG pictures (ICONDIR and ICONDIRENTRY; PNG inside since Windows Vista). Sides up to 256 pixels. */
export function writeIco(pictures: readonly IconPicture[]): Uint8Array {
  const head = Buffer.alloc(headerBytes + entryBytes * pictures.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(pictures.length, 4)
  let offset = head.length
  for (const [index, { side, png }] of pictures.entries()) {
    const at = headerBytes + entryBytes * index
    // 256 is written as 0.
    head.writeUInt8(side % 256, at)
    head.writeUInt8(side % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  }
  return Buffer.concat([head, ...pictures.map(({ png }) => png)])
}
