import type { Rectangle } from './picture.ts'

/** What makes a photo useless, or less good than it could be. */
export type FindingCode =
  | 'no-seal'
  | 'several-seals'
  | 'cut-off'
  | 'not-red'
  | 'wrong-shape'
  | 'incomplete'
  | 'too-small'
  | 'blurred'
  | 'faint'
  | 'shadow'
  | 'text-across'
  | 'tilted'

/** One thing that was found; `where` is in pixels of the photo. */
export interface Finding {
  readonly code: FindingCode
  readonly severity: 'refused' | 'notice'
  readonly where?: Rectangle
}

/** `score`: 0–100, what a reviewer would think of the picture; 0 for one that is refused. */
export interface Quality {
  readonly score: number
  readonly findings: readonly Finding[]
}
