import { sealPixels, type SealForm } from '../../../shared/seals/seal-types.ts'
import { turnOf, type Adjustment, type Stroke } from './adjustment.ts'
import type { Picture, Plane } from './picture.ts'
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
const samples = 3
/** Of full ink: how soft an edge is. */
const softness = 0.15

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
  const { redness, placement } = reading
  const { width, height } = drawnSize(placement, adjustment)
  const opacity = opacityOf(reading, adjustment.thresholdShift)
  const map = mapOf(placement, adjustment, { width, height })
  const data = new Uint8ClampedArray(width * height * 4)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let alpha = 0
      for (let sample = 0; sample < samples * samples; sample += 1) {
        const dx = x + ((sample % samples) + 0.5) / samples
        const dy = y + (Math.floor(sample / samples) + 0.5) / samples
        alpha += opacity[valueAt(redness, map.x(dx, dy), map.y(dx, dy))] ?? 0
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

const perMm = 300 / 25.4

/** Opacity for each redness: half at the threshold. */
function opacityOf({ threshold, inkLevel }: SealReading, shift: number): Uint8Array {
  const middle = Math.min(250, Math.max(6, threshold + shift * (shift > 0 ? inkLevel - threshold : threshold)))
  const soft = Math.max(4, softness * inkLevel)
  return Uint8Array.from({ length: 256 }, (_, value) => {
    const share = Math.min(1, Math.max(0, (value - middle + soft) / (2 * soft)))
    return Math.round(255 * share * share * (3 - 2 * share))
  })
}

interface Mapping {
  readonly x: (drawnX: number, drawnY: number) => number
  readonly y: (drawnX: number, drawnY: number) => number
}

/** From the drawing to the working picture: an affine map. */
function mapOf(
  placement: Placement,
  adjustment: Adjustment,
  { width, height }: { width: number; height: number },
): Mapping {
  const { form, centre } = placement
  // In millimetres both sides have one unit, so that a turn stays a turn.
  const unit: Placement = {
    ...placement,
    right: { x: placement.right.x / (form.widthMm / 2), y: placement.right.y / (form.widthMm / 2) },
    down: { x: placement.down.x / (form.heightMm / 2), y: placement.down.y / (form.heightMm / 2) },
  }
  const { right, down } = turnPlacement(unit, turnOf(adjustment))
  return {
    x: (x, y) => centre.x + ((x - width / 2) * right.x + (y - height / 2) * down.x) / perMm - 0.5,
    y: (x, y) => centre.y + ((x - width / 2) * right.y + (y - height / 2) * down.y) / perMm - 0.5,
  }
}

/** Bilinear; outside there is no ink. */
function valueAt({ width, height, values }: Plane, x: number, y: number): number {
  const [left, top] = [Math.floor(x), Math.floor(y)]
  if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) return 0
  const [across, down] = [x - left, y - top]
  const at = top * width + left
  const upper = (values[at] ?? 0) * (1 - across) + (values[at + 1] ?? 0) * across
  const lower = (values[at + width] ?? 0) * (1 - across) + (values[at + width + 1] ?? 0) * across
  return Math.round(upper * (1 - down) + lower * down)
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
