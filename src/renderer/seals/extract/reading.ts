import type { Placement } from './placement.ts'
import type { Plane } from '../ink/picture.ts'

/** What is kept of a photo once its seal is found: from it each adjustment is drawn anew, in a moment. */
export interface SealReading {
  /** How much red ink there is, 0–255; nothing outside of the seal. */
  readonly redness: Plane
  /** Half ink, half paper. */
  readonly threshold: number
  /** Full ink. */
  readonly inkLevel: number
  readonly placement: Placement
  /** Whether its own signs (a star and the gap of its text) say which way is up. */
  readonly isUpright: boolean
}
