/** RGBA, eight bits each, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8ClampedArray
}

/** In pixels of the picture that was chosen. */
export interface Rectangle {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

/** From the first pixel to the last, both belonging to it. */
export interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function rectangleOf({ left, top, right, bottom }: Box): Rectangle {
  return { left, top, width: right - left + 1, height: bottom - top + 1 }
}

/** The smallest box around both. */
export function around(one: Box | undefined, other: Box): Box {
  if (one === undefined) return other
  return {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  }
}
