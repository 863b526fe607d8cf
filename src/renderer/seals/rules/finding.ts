import type { Finding as Found } from '../ink/finding.ts'
import type { Rectangle } from '../ink/picture.ts'

/** What can be wrong with a picture; each has its words beside the texts, and an example in the requirements. */
export type FindingCode =
  | 'unreadable'
  | 'not-png'
  | 'file-too-large'
  | 'sides'
  | 'too-few-pixels'
  | 'no-seal'
  | 'not-red'
  | 'coloured-ground'
  | 'other-ink'
  | 'several-seals'
  | 'cut-off'
  | 'small-in-picture'
  | 'off-centre'
  | 'wrong-shape'
  | 'incomplete'
  | 'skewed'
  | 'gaps'

/** `refused`: a picture with it is not sent. */
export type Finding = Found<FindingCode>

export function refused(code: FindingCode, where?: Rectangle, numbers?: Finding['numbers']): Finding {
  return {
    code,
    severity: 'refused',
    ...(where === undefined ? {} : { where }),
    ...(numbers === undefined ? {} : { numbers }),
  }
}
