import type { Rectangle } from './picture.ts'

/** One thing that was found in a picture. */
export interface Finding<Code extends string> {
  readonly code: Code
  /** `refused`: the picture cannot be used. */
  readonly severity: 'refused' | 'notice'
  /** In pixels of the picture that was chosen; absent where it is about all of it. */
  readonly where?: Rectangle
  readonly numbers?: Readonly<Record<string, number>>
}
