import type { Failure } from '../../shared/failure.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'

/** What is known of one driver module now. */
export interface ModuleState {
  readonly path: string
  /** The file's name, for people. */
  readonly name: string
  readonly state: 'starting' | 'ready' | 'failed'
  readonly failure?: Failure
  readonly tokens: readonly TokenSnapshot[]
  readonly readAt?: Date
}
