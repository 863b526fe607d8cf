import { sealPixels, sealTypes, type SealForm, type SealType } from '../../../shared/seals/seal-types.ts'
import { turnOfOval, turnOfRectangle } from './angle.ts'
import { boxOf, classify, count, kinds, type Census, type Classified } from './classify.ts'
import { refused, type Finding } from './finding.ts'
import { groupsOf, type Group, type Ink } from './groups.ts'
import { boxWithin, edgesTouched, roundness } from './outline.ts'
import { around, rectangleOf, type Box, type Pixels } from './picture.ts'

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
  corners: 0.02,
  leastRim: 0.8,
  wholeRim: 0.93,
  mostTurn: 3,
} as const

/** As many pixels as 300 dpi need, and never more than 400 asked for. */
export function leastLongSide(type: SealType): number {
  return Math.min(400, Math.min(...sealTypes[type].choices.map(({ widthMm }) => sealPixels(widthMm))))
}

/** Everything that is wrong with the seal in a picture, as far as its pixels can tell; nothing when it is in order. */
export function checkSeal(pixels: Pixels, type: SealType): readonly Finding[] {
  const classified = classify(pixels)
  const area = pixels.width * pixels.height
  const census = count(classified)
  const colours = coloursOf(classified, census, area)
  const isRed = census.red >= area * limits.leastInk
  const ink = inkOf(classified, isRed ? [kinds.red] : [kinds.other, kinds.tint])
  if (census.red + census.other + census.tint < area * limits.leastInk) return [refused('no-seal')]
  return [...colours, ...placeAndForm(ink, type)]
}

function coloursOf(classified: Classified, { red, other, tint }: Census, area: number): readonly Finding[] {
  const findings: Finding[] = []
  const where = (...wanted: Parameters<typeof boxOf>[1]) => {
    const box = boxOf(classified, wanted)
    return box === undefined ? undefined : rectangleOf(box)
  }
  if (red < area * limits.leastInk) return [refused('not-red', where(kinds.other, kinds.tint))]
  if (other > red) findings.push(refused('not-red', where(kinds.other)))
  else if (other > (red + other) * limits.mostOtherInk) findings.push(refused('other-ink', where(kinds.other)))
  if (tint > area * limits.mostTint) findings.push(refused('coloured-ground', where(kinds.tint)))
  return findings
}

function inkOf({ width, height, kinds: found }: Classified, wanted: readonly number[]): Ink {
  return { width, height, mask: Uint8Array.from(found, (kind) => (wanted.includes(kind) ? 1 : 0)) }
}

function placeAndForm(ink: Ink, type: SealType): readonly Finding[] {
  const groups = groupsOf(ink)
  const total = groups.reduce((sum, { pixels }) => sum + pixels, 0)
  const [first, ...others] = groups.filter(({ pixels }) => pixels >= total * limits.dust)
  if (first === undefined) return [refused('no-seal')]
  const seconds = others.filter((group) => areaOf(group) >= areaOf(first) * limits.secondSeal)
  if (seconds.length > 0) return [first, ...seconds].map(({ box }) => refused('several-seals', rectangleOf(box)))
  const whole = others.reduce<Box>((box, other) => around(box, other.box), first.box)
  const box = boxWithin(ink, clipped(whole, ink))
  if (box === undefined) return [refused('no-seal')]
  const edges = edgesTouched(ink, box).map((edge) => refused('cut-off', edge))
  // Of a part nobody can say what form the whole has.
  return edges.length > 0 ? edges : [...placeOf(ink, box), ...formOf(ink, box, type)]
}

function areaOf({ box }: Group): number {
  return (box.right - box.left + 1) * (box.bottom - box.top + 1)
}

/** Cells may reach over the edge of the picture. */
function clipped({ left, top, right, bottom }: Box, { width, height }: Ink): Box {
  return { left, top, right: Math.min(right, width - 1), bottom: Math.min(bottom, height - 1) }
}

function placeOf({ width, height }: Ink, box: Box): readonly Finding[] {
  const where = rectangleOf(box)
  if (Math.max(where.width, where.height) < Math.max(width, height) * limits.leastSide) {
    return [refused('small-in-picture', where)]
  }
  const isOff = (from: number, to: number, side: number) =>
    Math.abs((from + to + 1) / 2 - side / 2) > side * limits.offCentre
  const isOffCentre = isOff(box.left, box.right, width) || isOff(box.top, box.bottom, height)
  return isOffCentre ? [refused('off-centre', where)] : []
}

function formOf(ink: Ink, box: Box, type: SealType): readonly Finding[] {
  const where = rectangleOf(box)
  const { choices } = sealTypes[type]
  const { outside, rim } = roundness(ink, box)
  const isRound = outside < limits.corners
  const turn = turnOf(ink, box, isRound)
  if (Math.abs(turn) > limits.mostTurn) return [refused('skewed', where, { degrees: Math.round(Math.abs(turn)) })]
  if (!choices.some((form) => isForm(form, where.width / where.height, { isRound, rim }))) {
    return [refused('wrong-shape', where)]
  }
  if (!isRound || !choices.some(isCurved) || rim >= limits.wholeRim) return []
  return rim < limits.leastRim ? [refused('incomplete', where)] : [{ code: 'gaps', severity: 'notice', where }]
}

/** Which way up a round seal is, its outline does not tell: the user has to look. */
function turnOf(ink: Ink, box: Box, isRound: boolean): number {
  if (!isRound) return turnOfRectangle(ink, box)
  const { width, height } = rectangleOf(box)
  const isOval = Math.max(width, height) > Math.min(width, height) * (1 + 2 * limits.aspect)
  return isOval ? turnOfOval(ink, box) : 0
}

interface Seen {
  readonly isRound: boolean
  readonly rim: number
}

/** A seal without a frame, such as a personal one, has neither corners nor a rim: only its sides are compared. */
function isForm(form: SealForm, aspect: number, { isRound, rim }: Seen): boolean {
  if (Math.abs(aspect / (form.widthMm / form.heightMm) - 1) > limits.aspect) return false
  return isCurved(form) ? isRound : !(isRound && rim >= limits.wholeRim)
}

function isCurved({ shape }: SealForm): boolean {
  return shape === 'round' || shape === 'oval'
}
