import type { PackedProgram } from '../program/packed-program.ts'
import type { System } from '../target.ts'

/** One thing that goes wrong with a package, and the one inspection that has to see it. */
export interface Mutation {
  readonly what: string
  /** Of which system's package. */
  readonly system: System
  readonly caughtBy: string
  readonly apply: (program: PackedProgram) => void | Promise<void>
}
