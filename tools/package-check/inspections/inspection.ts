import type { Finding } from '../finding.ts'
import type { PackedProgram } from '../program/packed-program.ts'
import type { System } from '../target.ts'

/** Looks at a packed program, changes nothing, and tells what is wrong. No finding: it is right. */
export interface Inspection {
  readonly name: string
  /** Where it applies; everywhere when it is not said. */
  readonly systems?: readonly System[]
  readonly inspect: (program: PackedProgram) => readonly Finding[] | Promise<readonly Finding[]>
}
