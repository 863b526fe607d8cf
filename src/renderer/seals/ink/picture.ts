/** Colours as a canvas gives them: four octets (red, green, blue, alpha) for each pixel, row by row. */
export interface Picture {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** One value for each pixel, row by row: a measure (0–255), or a mask (0 or 1). */
export interface Plane {
  readonly width: number
  readonly height: number
  readonly values: Uint8Array
}

export interface Point {
  readonly x: number
  readonly y: number
}

/** In pixels; `x` and `y` are its left and upper edge. */
export interface Rectangle extends Point {
  readonly width: number
  readonly height: number
}

/**
 * A picture that is too large to be worked on as it is: parts of it are read, made smaller so that no side is longer than
 * `maxSide`, and never larger.
 */
export interface PictureSource {
  readonly width: number
  readonly height: number
  readonly read: (area: Rectangle, maxSide: number) => Picture
}

export function wholeOf({ width, height }: { readonly width: number; readonly height: number }): Rectangle {
  return { x: 0, y: 0, width, height }
}

/** A rectangle with more around it (a share of its longer side), inside the picture. */
export function grown(area: Rectangle, share: number, picture: { readonly width: number; readonly height: number }) {
  const by = Math.max(area.width, area.height) * share
  const x = Math.max(0, Math.floor(area.x - by))
  const y = Math.max(0, Math.floor(area.y - by))
  const right = Math.min(picture.width, Math.ceil(area.x + area.width + by))
  const bottom = Math.min(picture.height, Math.ceil(area.y + area.height + by))
  return { x, y, width: Math.max(1, right - x), height: Math.max(1, bottom - y) }
}

/** The smallest rectangle around both. */
export function around(one: Rectangle, other: Rectangle): Rectangle {
  const [x, y] = [Math.min(one.x, other.x), Math.min(one.y, other.y)]
  const right = Math.max(one.x + one.width, other.x + other.width)
  const bottom = Math.max(one.y + one.height, other.y + other.height)
  return { x, y, width: right - x, height: bottom - y }
}

/** The smallest rectangle around the pixels of an area that are wanted; undefined where there are none. */
export function boundsWithin(
  { width, values }: Plane,
  area: Rectangle,
  isWanted: (value: number) => boolean,
): Rectangle | undefined {
  let [left, top, right, bottom] = [Infinity, 0, -1, -1]
  for (let y = area.y; y < area.y + area.height; y += 1) {
    for (let x = area.x; x < area.x + area.width; x += 1) {
      if (!isWanted(values[y * width + x] ?? 0)) continue
      if (bottom === -1) top = y
      bottom = y
      left = Math.min(left, x)
      right = Math.max(right, x)
    }
  }
  return bottom === -1 ? undefined : { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
}

/** The same rectangle in a picture of another scale. */
export function scaled(area: Rectangle, factor: number): Rectangle {
  return { x: area.x * factor, y: area.y * factor, width: area.width * factor, height: area.height * factor }
}

/** The size that a part is read with: in its own proportions, no side longer than `maxSide`, never enlarged. */
export function sizeWithin({ width, height }: Rectangle, maxSide: number): { width: number; height: number } {
  const factor = Math.min(1, maxSide / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * factor)), height: Math.max(1, Math.round(height * factor)) }
}
