import type { Point } from '../ink/picture.ts'

/** Something rubbed out: a line of the eraser, in millimetres from the middle of the seal as it was found, before any turn. */
export interface Stroke {
  readonly points: readonly Point[]
  readonly radiusMm: number
}

/** What the user has changed; everything is drawn anew from it. */
export interface Adjustment {
  /** −1…1: towards fainter or towards stronger ink only. */
  readonly thresholdShift: number
  /** Clockwise. */
  readonly quarterTurns: 0 | 1 | 2 | 3
  /** Clockwise, beside the quarters. */
  readonly fineDegrees: number
  readonly strokes: readonly Stroke[]
}

export const unadjusted: Adjustment = { thresholdShift: 0, quarterTurns: 0, fineDegrees: 0, strokes: [] }

/** All turns together, clockwise, in degrees. */
export function turnOf({ quarterTurns, fineDegrees }: Adjustment): number {
  return quarterTurns * 90 + fineDegrees
}
