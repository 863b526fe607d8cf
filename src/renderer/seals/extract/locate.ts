import { groupInk, sideOf, type Group } from '../ink/groups.ts'
import { separateInk } from './ink.ts'
import { lightOf, paperWhite, type Colour } from './paper-light.ts'
import { wholeOf, type Picture, type PictureSource, type Plane, type Rectangle, scaled } from '../ink/picture.ts'
import { fitShapes } from '../ink/shapes.ts'
import { above, otsu } from './threshold.ts'
import type { Finding } from './finding.ts'

/** Where the one seal is, in pixels of the photo, or why it cannot be told. */
export type Located =
  | { readonly isFound: true; readonly area: Rectangle; readonly white: Colour }
  | { readonly isFound: false; readonly findings: readonly Finding[] }

const workingSide = 1600
/** A gap of two of these separates two stamps: on a page they may stand close to one another. */
const cellsPerSide = 320
/** Redness that noise and warm light do not reach, and that faded ink does. */
const [leastRedness, mostRedness] = [16, 80]
/** Grey and blue seals are this far from paper. */
const leastDarkness = 60
/** Smaller than that nothing can be told, in pixels of the working picture. */
const smallestSide = 24
/** Of the largest: a second stamp is about as large, red letters and pens are not. */
const secondShare = 0.4
/** What the seal, and what a second or a grey one, shows of its outline at least: bits of a faint ring show less. */
const [outlineShare, otherShare] = [0.55, 0.7]

/** Finds the seal on a photo of a paper that may show other things as well. */
export function locateSeal(source: PictureSource): Located {
  const picture = source.read(wholeOf(source), workingSide)
  const factor = source.width / picture.width
  const white = paperWhite(picture)
  const ink = separateInk(picture, lightOf(picture, white))
  const red = above(ink.redness, Math.min(mostRedness, Math.max(leastRedness, otsu(ink.redness))))
  const groups = groupInk(red, cellsPerSide).filter((group) => sideOf(group) >= smallestSide)
  const seals = groups.filter((group) => isLikeSeal(red, group, outlineShare))
  const [largest = groups[0], ...others] = seals
  if (largest === undefined || isTrifle(largest, picture))
    return refused(greySeal(ink.darkness) === undefined ? 'no-seal' : 'not-red')
  const isSecond = (group: Group) =>
    sideOf(group) >= secondShare * sideOf(largest) && isLikeSeal(red, group, otherShare)
  const second = isLikeSeal(red, largest, otherShare) ? others.find(isSecond) : undefined
  if (second !== undefined) return refused('several-seals', scaled(second.box, factor))
  return { isFound: true, area: scaled(largest.box, factor), white }
}

function refused(code: 'no-seal' | 'not-red' | 'several-seals', where?: Rectangle): Located {
  return { isFound: false, findings: [{ code, severity: 'refused', ...(where === undefined ? {} : { where }) }] }
}

/** A few red dots on a large page. */
function isTrifle(group: Group, { width, height }: Picture): boolean {
  return sideOf(group) < 0.02 * Math.max(width, height)
}

function isLikeSeal(mask: Plane, { box }: Group, share: number): boolean {
  const { ellipse, rectangle } = fitShapes(mask, box)
  return Math.max(ellipse?.covered ?? 0, rectangle?.covered ?? 0) >= share
}

/** A stamp in another colour, away from the edges of the picture: those are tables and shadows. */
function greySeal(darkness: Plane): Group | undefined {
  const mask = above(darkness, Math.max(leastDarkness, otsu(darkness)))
  return groupInk(mask, cellsPerSide)
    .filter((group) => sideOf(group) >= smallestSide && !isAtEdge(group, darkness))
    .slice(0, 3)
    .find((group) => isLikeSeal(mask, group, otherShare))
}

function isAtEdge({ box }: Group, { width, height }: Plane): boolean {
  return box.x <= 1 || box.y <= 1 || box.x + box.width >= width - 1 || box.y + box.height >= height - 1
}
