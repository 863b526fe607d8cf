import { sealPixels, sealTypes, type SealForm, type SealType } from '../../../shared/seals/seal-types.ts'
import { groupInk, type Group } from '../ink/groups.ts'
import { around, boundsWithin, grown, type Picture, type Plane, type Rectangle } from '../ink/picture.ts'
import { fitShapes, type Shapes } from '../ink/shapes.ts'
import { boundsOf, classify, count, kinds, maskOf, type Census } from './classify.ts'
import { edgesTouched } from './edges.ts'
import { refused, type Finding } from './finding.ts'

/** Shares of all pixels, or of the ink. */
const limits = {
  leastInk: 0.005,
  mostTint: 0.03,
  mostOtherInk: 0.015,
  dust: 0.02,
  secondSeal: 0.2,
  leastSide: 0.6,
  offCentre: 0.06,
  aspect: 0.12,
  leastOutline: 0.5,
  leastRim: 0.8,
  wholeRim: 0.93,
  mostTurn: 3,
} as const

/** A seal without a frame is its letters, further apart than two stamps on a page would be. */
const cellsPerSide = 128

/** As many pixels as 300 dpi need, and never more than 400 asked for. */
export function leastLongSide(type: SealType): number {
  return Math.min(400, Math.min(...sealTypes[type].choices.map(({ widthMm }) => sealPixels(widthMm))))
}

/** Everything that is wrong with the seal in a picture, as far as its pixels can tell; nothing when it is in order. */
export function checkSeal(picture: Picture, type: SealType): readonly Finding[] {
  const classified = classify(picture)
  const area = picture.width * picture.height
  const census = count(classified)
  const colours = coloursOf(classified, census, area)
  const isRed = census.red >= area * limits.leastInk
  const ink = maskOf(classified, isRed ? [kinds.red] : [kinds.other, kinds.tint])
  if (census.red + census.other + census.tint < area * limits.leastInk) return [refused('no-seal')]
  return [...colours, ...placeAndForm(ink, type)]
}

function coloursOf(classified: Plane, { red, other, tint }: Census, area: number): readonly Finding[] {
  const findings: Finding[] = []
  const where = (...wanted: Parameters<typeof boundsOf>[1]) => boundsOf(classified, wanted)
  if (red < area * limits.leastInk) return [refused('not-red', where(kinds.other, kinds.tint))]
  if (other > red) findings.push(refused('not-red', where(kinds.other)))
  else if (other > (red + other) * limits.mostOtherInk) findings.push(refused('other-ink', where(kinds.other)))
  if (tint > area * limits.mostTint) findings.push(refused('coloured-ground', where(kinds.tint)))
  return findings
}

function placeAndForm(ink: Plane, type: SealType): readonly Finding[] {
  const groups = groupInk(ink, cellsPerSide)
  const total = groups.reduce((sum, { count: pixels }) => sum + pixels, 0)
  const [first, ...others] = groups.filter(({ count: pixels }) => pixels >= total * limits.dust)
  if (first === undefined) return [refused('no-seal')]
  const seconds = others.filter((group) => areaOf(group) >= areaOf(first) * limits.secondSeal)
  if (seconds.length > 0) return [first, ...seconds].map(({ box }) => refused('several-seals', box))
  const whole = others.reduce((box, other) => around(box, other.box), first.box)
  // A group ends where its last full cell does; a thin stroke may go on.
  const seal = boundsWithin(ink, grown(whole, 1 / cellsPerSide, ink), (value) => value === 1)
  if (seal === undefined) return [refused('no-seal')]
  const edges = edgesTouched(ink, seal).map((edge) => refused('cut-off', edge))
  // Of a part nobody can say what form the whole has.
  return edges.length > 0 ? edges : [...placeOf(ink, seal), ...formOf(fitShapes(ink, seal), seal, type)]
}

function areaOf({ box }: Group): number {
  return box.width * box.height
}

function placeOf({ width, height }: Plane, seal: Rectangle): readonly Finding[] {
  if (Math.max(seal.width, seal.height) < Math.max(width, height) * limits.leastSide) {
    return [refused('small-in-picture', seal)]
  }
  const isOff = (from: number, length: number, side: number) =>
    Math.abs(from + length / 2 - side / 2) > side * limits.offCentre
  const isOffCentre = isOff(seal.x, seal.width, width) || isOff(seal.y, seal.height, height)
  return isOffCentre ? [refused('off-centre', seal)] : []
}

function formOf(shapes: Shapes, seal: Rectangle, type: SealType): readonly Finding[] {
  const { choices } = sealTypes[type]
  const seen = outlineOf(shapes)
  const turn = turnOf(shapes, seen)
  if (Math.abs(turn) > limits.mostTurn) return [refused('skewed', seal, { degrees: Math.round(Math.abs(turn)) })]
  if (!choices.some((form) => isForm(form, seal.width / seal.height, seen))) return [refused('wrong-shape', seal)]
  if (seen.outline !== 'curved' || seen.covered >= limits.wholeRim) return []
  return seen.covered < limits.leastRim
    ? [refused('incomplete', seal)]
    : [{ code: 'gaps', severity: 'notice', where: seal }]
}

/** What goes around a seal, and how much of it is there; a personal one may have no frame at all. */
interface Outline {
  readonly outline: 'curved' | 'straight' | 'none'
  readonly covered: number
}

function outlineOf({ ellipse, rectangle }: Shapes): Outline {
  const [curved, straight] = [ellipse?.covered ?? 0, rectangle?.covered ?? 0]
  const covered = Math.max(curved, straight)
  if (covered < limits.leastOutline) return { outline: 'none', covered }
  return { outline: curved >= straight ? 'curved' : 'straight', covered }
}

const degree = Math.PI / 180

/** Which way up a round seal is, its outline does not tell: the user has to look. */
function turnOf({ ellipse, rectangle }: Shapes, { outline }: Outline): number {
  if (outline !== 'curved') return (rectangle?.shape.angle ?? 0) / degree
  const isOval = ellipse !== undefined && ellipse.shape.major > ellipse.shape.minor * (1 + 2 * limits.aspect)
  return isOval ? ellipse.shape.angle / degree : 0
}

function isForm(form: SealForm, aspect: number, { outline, covered }: Outline): boolean {
  if (Math.abs(aspect / (form.widthMm / form.heightMm) - 1) > limits.aspect) return false
  if (form.shape === 'round' || form.shape === 'oval') return outline === 'curved'
  // Letters without a frame may stand in a circle by chance; a whole ring does not.
  return !(outline === 'curved' && covered >= limits.wholeRim)
}
