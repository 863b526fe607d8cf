import { sizeWithin, type Picture, type PictureSource } from '../../../src/renderer/seals/ink/picture.ts'

/** Reads a picture that is there already, by the nearest pixel. */
export function pictureSource(picture: Picture): PictureSource {
  return {
    width: picture.width,
    height: picture.height,
    read: (area, maxSide) => {
      const { width, height } = sizeWithin(area, maxSide)
      const data = new Uint8ClampedArray(width * height * 4)
      for (let at = 0; at < width * height; at += 1) {
        const x = Math.min(picture.width - 1, Math.floor(area.x + (((at % width) + 0.5) * area.width) / width))
        const y = Math.min(
          picture.height - 1,
          Math.floor(area.y + ((Math.floor(at / width) + 0.5) * area.height) / height),
        )
        data.set(picture.data.subarray((y * picture.width + x) * 4, (y * picture.width + x) * 4 + 4), at * 4)
      }
      return { width, height, data }
    },
  }
}
