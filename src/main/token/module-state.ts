import type { Failure } from '../../shared/failure.ts'
import type { QuarantineReason } from '../../shared/failure-words.ts'
import type { ModuleLibrary, StoredCertificate, TokenInterface, TokenSnapshot } from '../../shared/token/messages.ts'

/** Why a module is not started by itself, and since when. */
export interface Quarantine {
  readonly reason: QuarantineReason
  /** What it was doing: an operation of shared/token/messages.ts, or none. */
  readonly operation: string
  /** How its process ended, for support: a signal, an exit code, a deadline. */
  readonly end: string
  readonly at: Date
}

/** A token as its module tells it, less what the other interface of the same key answers for (decision 0041). */
export interface ShownToken extends TokenSnapshot {
  /** Certificates that this module tells as well, and that are not its to work with. */
  readonly answeredElsewhere?: readonly StoredCertificate[]
  /** What other modules call the same key, where their tokens are there: serial numbers, its own among them perhaps. */
  readonly alsoKnownAs?: readonly string[]
  /** How the PIN stands by the other interface; whether it is the same PIN, nobody knows. */
  readonly otherPins?: readonly TokenSnapshot['pin'][]
}

/** What is known of one driver module now. */
export interface ModuleState {
  readonly path: string
  /** The file's name, for people. */
  readonly name: string
  /** By what it is spoken to; PKCS#11 where left out. */
  readonly interface?: TokenInterface
  readonly state: 'starting' | 'ready' | 'failed'
  readonly failure?: Failure
  /** Only with `failed`. */
  readonly quarantine?: Quarantine
  readonly tokens: readonly ShownToken[]
  readonly readAt?: Date
  /** How long the last reading of its tokens took, in ms, with the start of its process where it was not running. */
  readonly answeredMs?: number
  /** What it tells of itself. */
  readonly library?: ModuleLibrary
}
