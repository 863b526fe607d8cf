import type { Rectangle } from './picture.ts'

/** What can be wrong with a picture; each has its words beside the texts, and an example in the requirements. */
export const findingCodes = [
  'unreadable',
  'not-png',
  'file-too-large',
  'sides',
  'too-few-pixels',
  'no-seal',
  'not-red',
  'coloured-ground',
  'other-ink',
  'several-seals',
  'cut-off',
  'small-in-picture',
  'off-centre',
  'wrong-shape',
  'incomplete',
  'skewed',
  'gaps',
] as const
export type FindingCode = (typeof findingCodes)[number]

export interface Finding {
  readonly code: FindingCode
  /** `refused`: a picture with it is not sent. */
  readonly severity: 'refused' | 'notice'
  /** Where in the picture; absent where it is about all of it. */
  readonly where?: Rectangle
  readonly numbers?: Readonly<Record<string, number>>
}

export function refused(code: FindingCode, where?: Rectangle, numbers?: Finding['numbers']): Finding {
  return {
    code,
    severity: 'refused',
    ...(where === undefined ? {} : { where }),
    ...(numbers === undefined ? {} : { numbers }),
  }
}
