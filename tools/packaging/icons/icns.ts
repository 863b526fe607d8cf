import type { IconPicture } from './ico.ts'

/** Apple's names for a picture by its side in pixels; one may stand for a size and for half of it on a dense screen. */
const types: readonly (readonly [type: string, side: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['icp6', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic09', 512],
  ['ic10', 1024],
  ['ic11', 32],
  ['ic12', 64],
  ['ic13', 256],
  ['ic14', 512],
]
const headerBytes = 8

/** An icon for macOS of PNG pictures. @throws when one of 16 to 1024 pixels is missing */
export function writeIcns(pictures: readonly IconPicture[]): Uint8Array {
  const bySide = new Map(pictures.map(({ side, png }) => [side, png]))
  const parts = types.map(([type, side]) => {
    const png = bySide.get(side)
    if (png === undefined) throw new Error(`an icon for macOS needs a picture of ${side} pixels`)
    return chunk(type, png)
  })
  return chunk('icns', Buffer.concat(parts))
}

function chunk(type: string, content: Uint8Array): Uint8Array {
  const header = Buffer.alloc(headerBytes)
  header.write(type, 0, 'latin1')
  header.writeUInt32BE(headerBytes + content.length, 4)
  return Buffer.concat([header, content])
}
