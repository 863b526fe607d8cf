import type { KeyType, Sm2Capability } from '../../../shared/token/messages.ts'
import type { Cryptoki, CryptokiTokenInfo, Handle } from './cryptoki.ts'
import { createFindObjects } from './find-objects.ts'
import type { FindObjects } from './find-objects.ts'
import type { KnownObjects } from './known-objects.ts'

/** What decides how a signature is made; by PKCS#11 none is made with an SM2 key. */
export type KeyFamily = 'rsa' | 'ec' | 'sm2'

/** An object found by its CKA_ID. It is proven when the token itself told its class and id, or it has just signed. */
export interface FoundObject {
  readonly handle: Handle
  readonly kind: 'certificate' | 'publicKey' | 'privateKey' | 'other'
  readonly isProven: boolean
}

/** What this login has made, by handle: nothing of it has to be searched for again. */
interface MadeObjects {
  readonly privateKey?: { readonly handle: Handle; readonly keyType: KeyType }
  readonly certificate?: Handle
}

export interface Unlocked {
  session: Handle
  readonly made: Map<string, MadeObjects>
  readonly found: Map<string, readonly FoundObject[]>
}

/** A token whose identity was read in a session that is still open: as long as it is, it is the same token. */
export interface KnownToken {
  readonly slot: Handle
  readonly session: Handle
  info: CryptokiTokenInfo
  readonly objects: KnownObjects
  /** Opened by the first try to unlock and kept for the next try. */
  readWriteSession?: Handle | undefined
  unlocked?: Unlocked | undefined
}

/** All that the worker remembers between requests. */
export interface WorkerState {
  readonly module: Cryptoki
  /** As the driver table declares it for this module. */
  readonly sm2?: Sm2Capability | undefined
  readonly findObjects: FindObjects
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number
  slots: ReadonlyMap<string, Handle>
  slotsAskedAt: number
  readonly tokens: Map<string, KnownToken>
  /** Slots with a token that was never initialised, and when they were looked at. */
  readonly blanks: Map<string, number>
}

interface Opening {
  readonly now: () => number
  readonly sm2: Sm2Capability | undefined
}

export function createWorkerState(module: Cryptoki, { now, sm2 }: Opening): WorkerState {
  return {
    module,
    now,
    sm2,
    findObjects: createFindObjects(module),
    slots: new Map(),
    slotsAskedAt: Number.NEGATIVE_INFINITY,
    tokens: new Map(),
    blanks: new Map(),
  }
}
