import { sealDpi, sealPixels, type SealForm } from '../../../shared/seals/seal-types.ts'
import { turnOf, type Adjustment, type Stroke } from './adjustment.ts'
import type { Picture, Plane, Point } from '../ink/picture.ts'
import { turnedForm, turnPlacement, type Placement } from './placement.ts'
import type { SealReading } from './reading.ts'

/**
 * The one red of all seals: C0 M100 Y100 of printing inks as screens show it. Photos of the same stamp differ by lamp and
 * camera; signing platforms repaint what is uploaded in one red for the same reason.
 */
export const sealRed = { red: 230, green: 0, blue: 18 } as const
/** Of the longer side, around the seal: what is placed to the edge is not cut by rounding. */
export const marginShare = 0.03
/** Each pixel is looked at in so many places along both sides. */
const samples = 2
/** Of full ink: how soft an edge is. */
const softness = 0.15

/** Pixels of the drawing. */
const perMm = sealDpi / 25.4

/** The seal's own measures in the picture that is drawn of it. */
export interface DrawnSize {
  readonly width: number
  readonly height: number
  readonly form: SealForm
}

/** How large the picture is: the seal at 300 dpi of its millimetres, and a margin around it. */
export function drawnSize({ form }: Placement, { quarterTurns }: Adjustment): DrawnSize {
  const shown = quarterTurns % 2 === 0 ? form : turnedForm(form)
  const [width, height] = [sealPixels(shown.widthMm), sealPixels(shown.heightMm)]
  const margin = 2 * Math.round(Math.max(width, height) * marginShare)
  return { width: width + margin, height: height + margin, form: shown }
}

/** Draws the seal: one red, transparent where there is paper, as large as its type is, turned and erased as adjusted. */
export function drawSeal(reading: SealReading, adjustment: Adjustment): Picture {
  const { width, height } = drawnSize(reading.placement, adjustment)
  const opacity = opacityOf(reading, adjustment.thresholdShift)
  const map = mapOf(reading.placement, adjustment)
  const data = new Uint8ClampedArray(width * height * 4)
  const shift = 0.5 / samples
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let alpha = 0
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const across = x + shift + (sample % samples) / samples - width / 2
        const down = y + shift + Math.floor(sample / samples) / samples - height / 2
        const value = valueAt(
          reading.redness,
          map.x + across * map.right.x + down * map.down.x,
          map.y + across * map.right.y + down * map.down.y,
        )
        alpha += opacity[value] ?? 0
      }
      paint(data, (y * width + x) * 4, alpha / (samples * samples))
    }
  }
  erase({ width, height, data }, adjustment)
  return { width, height, data }
}

/** From a point of the drawing to one of the eraser: millimetres from the seal's middle, before any turn. */
export function toMillimetres(
  { x, y }: { readonly x: number; readonly y: number },
  size: Pick<DrawnSize, 'width' | 'height'>,
  adjustment: Adjustment,
): { x: number; y: number } {
  const [across, down] = [(x - size.width / 2) / perMm, (y - size.height / 2) / perMm]
  const angle = (turnOf(adjustment) * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  return { x: across * cos + down * sin, y: down * cos - across * sin }
}

/** Opacity for each redness: half at the threshold. */
function opacityOf({ threshold, inkLevel }: SealReading, shift: number): Uint8Array {
  const middle = Math.min(250, Math.max(6, threshold + shift * (shift > 0 ? inkLevel - threshold : threshold)))
  // Bare paper stays bare, however low the threshold is moved.
  const soft = Math.min(middle, Math.max(4, softness * inkLevel))
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const share = Math.min(1, Math.max(0, (value - middle + soft) / (2 * soft)))
    return Math.round(255 * share * share * (3 - 2 * share))
  })
}

/** Where the drawing's middle is on the working picture, and one pixel to the right and down from there. */
interface Mapping extends Point {
  readonly right: Point
  readonly down: Point
}

/** From the drawing to the working picture: an affine map. */
function mapOf({ centre, right, down, form, ...placement }: Placement, adjustment: Adjustment): Mapping {
  // In pixels of the drawing both sides have one unit, so that a turn stays a turn.
  const across = 2 / (form.widthMm * perMm)
  const along = 2 / (form.heightMm * perMm)
  const unit = turnPlacement(
    {
      ...placement,
      ...{ centre, form },
      right: { x: right.x * across, y: right.y * across },
      down: { x: down.x * along, y: down.y * along },
    },
    turnOf(adjustment),
  )
  return { x: centre.x - 0.5, y: centre.y - 0.5, right: unit.right, down: unit.down }
}

/** Bilinear; outside there is no ink. */
function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  const left = Math.floor(x)
  const top = Math.floor(y)
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0
  const across = x - left
  const down = y - top
  const at = top * width + left
  const upper = (values[at] ?? 0) * (1 - across) + (values[at + 1] ?? 0) * across
  const lower = (values[at + width] ?? 0) * (1 - across) + (values[at + width + 1] ?? 0) * across
  return (upper * (1 - down) + lower * down + 0.5) | 0
}

function paint(data: Uint8ClampedArray, at: number, alpha: number): void {
  data[at] = sealRed.red
  data[at + 1] = sealRed.green
  data[at + 2] = sealRed.blue
  data[at + 3] = alpha
}

function erase(picture: Picture, adjustment: Adjustment): void {
  const { width, height, data } = picture
  for (const stroke of adjustment.strokes) {
    for (let y = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1) {
        const at = (y * width + x) * 4 + 3
        if (data[at] === 0) continue
        if (isUnder(stroke, toMillimetres({ x: x + 0.5, y: y + 0.5 }, picture, adjustment))) data[at] = 0
      }
    }
  }
}

function isUnder({ points, radiusMm }: Stroke, { x, y }: { readonly x: number; readonly y: number }): boolean {
  return points.some((point, index) => {
    const previous = points[index - 1] ?? point
    const [dx, dy] = [point.x - previous.x, point.y - previous.y]
    const length = dx * dx + dy * dy
    const along = length === 0 ? 0 : ((x - previous.x) * dx + (y - previous.y) * dy) / length
    const share = Math.min(1, Math.max(0, along))
    return Math.hypot(x - previous.x - share * dx, y - previous.y - share * dy) <= radiusMm
  })
}
