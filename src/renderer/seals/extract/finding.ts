import type { Finding as Found } from '../ink/finding.ts'

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

export type Finding = Found<FindingCode>

/** `score`: 0–100, what a reviewer would think of the picture; 0 for one that is refused. */
export interface Quality {
  readonly score: number
  readonly findings: readonly Finding[]
}
