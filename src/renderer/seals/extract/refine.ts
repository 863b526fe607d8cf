import type { SealForm } from '../../../shared/seals/seal-types.ts'
import { withoutSpecks } from '../ink/components.ts'
import type { Finding, Quality } from './finding.ts'
import { separateInk, type Ink } from './ink.ts'
import { judge } from './judge.ts'
import { distanceFrom, measure } from './measures.ts'
import { lightOf, type Colour, type PaperLight } from './paper-light.ts'
import { grown, type PictureSource, type Plane, type Rectangle } from '../ink/picture.ts'
import { pixelsPerMm, turnPlacement, type Placement } from './placement.ts'
import type { SealReading } from './reading.ts'
import { placeSeal } from './place-seal.ts'
import { fitShapes, type Completeness } from '../ink/shapes.ts'
import { above, medianWhere, otsu } from './threshold.ts'
import { underText } from './under-text.ts'
import { uprightTurn } from './upright.ts'

export type Refined =
  | { readonly isAccepted: true; readonly reading: SealReading; readonly quality: Quality }
  | { readonly isAccepted: false; readonly quality: Quality }

/** The seal is twice as fine here as it is drawn later. */
const workingSide = 1000
const [leastThreshold, mostThreshold] = [14, 150]
/** Dirt, and the dots of paper under a worn stamp. */
const smallestMm2 = 0.06
/** Printed text of 10 to 14 points has strokes of up to 0.5 mm. */
const textStrokeMm = 0.5
/** How far from the ink the paper's end is looked for, a share of its longer side, and how dark a table is at least. */
const [paperEdge, darkSide] = [0.03, 90]
/** Ink that a wet stamp has pushed over its outline. */
const outside = 1.02

/** Looks at the seal closely: its outline, its ink, and whether both are good enough. */
export function refineSeal(source: PictureSource, area: Rectangle, white: Colour, form: SealForm): Refined {
  const view = lookAt(source, area, white, form)
  const edge = isAtPhotoEdge(source, view)
  const placed = placeSeal(fitShapes(view.mask, view.box), form)
  if (edge || (!placed.isPlaced && isAtPaperEdge(view))) return refused('cut-off', area)
  if (!placed.isPlaced) return refused(placed.code, area)
  const { placement, completeness } = placed
  const quality = judge(measure({ ...view, placement, completeness }), form, area)
  if (quality.findings.some(({ severity }) => severity === 'refused')) return { isAccepted: false, quality }
  return { isAccepted: true, quality, reading: toReading(view, placement, completeness) }
}

interface View {
  readonly area: Rectangle
  readonly box: Rectangle
  readonly factor: number
  readonly light: PaperLight
  readonly ink: Ink
  readonly mask: Plane
  readonly threshold: number
  readonly inkLevel: number
}

function lookAt(source: PictureSource, seal: Rectangle, white: Colour, form: SealForm): View {
  const area = grown(seal, 0.12, source)
  const picture = source.read(area, workingSide)
  const factor = area.width / picture.width
  const light = lightOf(picture, white)
  const ink = separateInk(picture, light)
  const threshold = Math.min(mostThreshold, Math.max(leastThreshold, otsu(ink.redness)))
  const raw = above(ink.redness, threshold)
  const perMm = Math.max(seal.width, seal.height) / factor / form.widthMm
  const mask = withoutSpecks(raw, Math.max(2, smallestMm2 * perMm * perMm))
  const near = grown(seal, 0.02, source)
  const box = {
    x: (near.x - area.x) / factor,
    y: (near.y - area.y) / factor,
    width: near.width / factor,
    height: near.height / factor,
  }
  return { area, box, factor, light, ink, mask, threshold, inkLevel: medianWhere(ink.redness, raw) }
}

/** Ink on the outermost pixels of the photo itself. */
function isAtPhotoEdge(source: PictureSource, { area, box, mask }: View): boolean {
  const { width, height, values } = mask
  const columns = { from: Math.max(0, Math.floor(box.x)), to: Math.min(width, Math.ceil(box.x + box.width)) }
  const rows = { from: Math.max(0, Math.floor(box.y)), to: Math.min(height, Math.ceil(box.y + box.height)) }
  const inColumn = (x: number) => countAlong(rows, (y) => values[y * width + x])
  const inRow = (y: number) => countAlong(columns, (x) => values[y * width + x])
  const counts = [
    area.x <= 0 ? inColumn(0) : 0,
    area.y <= 0 ? inRow(0) : 0,
    area.x + area.width >= source.width ? inColumn(width - 1) : 0,
    area.y + area.height >= source.height ? inRow(height - 1) : 0,
  ]
  return Math.max(...counts) >= 3
}

/** Something dark runs along one side: the paper ends there, and the stamp with it. */
function isAtPaperEdge({ box, ink: { darkness }, mask }: View): boolean {
  const margin = paperEdge * Math.max(box.width, box.height)
  const [left, right] = [Math.round(box.x - margin), Math.round(box.x + box.width + margin)]
  const [top, bottom] = [Math.round(box.y - margin), Math.round(box.y + box.height + margin)]
  const isDark = (x: number, y: number) => {
    const at = y * darkness.width + x
    return (darkness.values[at] ?? 0) > darkSide && mask.values[at] !== 1 ? 1 : 0
  }
  const rows = { from: Math.round(box.y), to: Math.round(box.y + box.height) }
  const columns = { from: Math.round(box.x), to: Math.round(box.x + box.width) }
  const shares = [
    ...[left, right].map((x) => countAlong(rows, (y) => isDark(x, y)) / box.height),
    ...[top, bottom].map((y) => countAlong(columns, (x) => isDark(x, y)) / box.width),
  ]
  return Math.max(...shares) > 0.8
}

function countAlong({ from, to }: { from: number; to: number }, valueAt: (at: number) => number | undefined): number {
  let count = 0
  for (let at = from; at < to; at += 1) count += valueAt(at) ?? 0
  return count
}

function toReading(view: View, placement: Placement, completeness: Completeness): SealReading {
  const radius = Math.round((textStrokeMm / 2) * pixelsPerMm(placement))
  const filled = underText(view.ink.redness, view.ink.blackness, radius)
  const redness = cleaned(filled, view, placement)
  const turn = completeness.covered > 0.8 ? uprightTurn(above(redness, view.threshold), placement) : undefined
  return {
    redness,
    threshold: view.threshold,
    inkLevel: view.inkLevel,
    placement: turn === undefined ? placement : turnPlacement(placement, turn),
    isUpright: turn !== undefined || placement.form.shape === 'square' || placement.form.shape === 'rectangle',
  }
}

/** Without specks, and without whatever is outside. */
function cleaned(redness: Plane, { threshold }: View, placement: Placement): Plane {
  const { width, height } = redness
  const perMm = pixelsPerMm(placement)
  const kept = withoutSpecks(above(redness, threshold), Math.max(2, smallestMm2 * perMm * perMm))
  const distance = distanceFrom(placement)
  const values = new Uint8Array(redness.values)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const at = y * width + x
      const isSpeck = (values[at] ?? 0) > threshold && kept.values[at] !== 1
      if (isSpeck || distance(x, y) > outside) values[at] = 0
    }
  }
  return { ...redness, values }
}

function refused(code: Finding['code'], where: Rectangle): Refined {
  return { isAccepted: false, quality: { score: 0, findings: [{ code, severity: 'refused', where }] } }
}
