import type { SealForm } from '../../../shared/seals/seal-types.ts'
import type { FindingCode } from './finding.ts'
import { placeEllipse, placeRectangle, type Placement } from './placement.ts'
import type { Completeness, Fitted, Shapes } from '../ink/shapes.ts'

type Placed =
  | { readonly isPlaced: true; readonly placement: Placement; readonly completeness: Completeness }
  | { readonly isPlaced: false; readonly code: FindingCode }

/** An outline that is not at least so complete may be anything. */
const certain = 0.75
const possible = 0.45
/** How far the proportions may be from the form's, photographed at an angle. */
const most = 1.27

/** Lays the form on the outline that was found, or says why it does not fit. */
export function placeSeal({ ellipse, rectangle }: Shapes, form: SealForm): Placed {
  const isEllipse = form.shape === 'round' || form.shape === 'oval'
  const [wanted, other] = isEllipse ? [ellipse, rectangle] : [rectangle, ellipse]
  const isOther = (other?.covered ?? 0) >= certain && (other?.covered ?? 0) > (wanted?.covered ?? 0) + 0.1
  if (isOther) return { isPlaced: false, code: 'wrong-shape' }
  if (wanted === undefined || wanted.covered < possible) return { isPlaced: false, code: lessThanPossible(wanted) }
  if (!isProportioned({ ellipse, rectangle }, form)) {
    // Half of a ring fits many ellipses.
    return { isPlaced: false, code: wanted.gap > 0.2 ? 'cut-off' : 'wrong-shape' }
  }
  const { covered, gap } = wanted
  const placement =
    isEllipse && ellipse !== undefined
      ? placeEllipse(ellipse.shape, form)
      : rectangle === undefined
        ? undefined
        : placeRectangle(rectangle.shape, form)
  if (placement === undefined) return { isPlaced: false, code: 'no-seal' }
  return { isPlaced: true, placement, completeness: { covered, gap } }
}

function lessThanPossible(wanted: Fitted<unknown> | undefined): FindingCode {
  if (wanted === undefined) return 'no-seal'
  return wanted.gap > 0.2 && wanted.covered > 0.25 ? 'cut-off' : 'no-seal'
}

function isProportioned({ ellipse, rectangle }: Shapes, { shape, widthMm, heightMm }: SealForm): boolean {
  const expected = widthMm / heightMm
  const seen =
    shape === 'round' || shape === 'oval'
      ? (ellipse?.shape.major ?? 0) / (ellipse?.shape.minor ?? 1)
      : Math.max(rectangle?.shape.width ?? 0, rectangle?.shape.height ?? 0) /
        Math.max(1e-6, Math.min(rectangle?.shape.width ?? 1, rectangle?.shape.height ?? 1))
  return seen / expected <= most && expected / seen <= (shape === 'oval' || shape === 'rectangle' ? most : 1.001)
}
