import { PNG } from 'pngjs'

/** A red square (PNG); another shade makes another picture. */
export function sealPicture(width = 120, height = width, shade = 0): Buffer {
  const png = new PNG({ width, height })
  for (let at = 0; at < png.data.length; at += 4) png.data.set([200, shade, 0, 255], at)
  return PNG.sync.write(png)
}
