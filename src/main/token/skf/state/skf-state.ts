import type { DeviceInfo } from '../layout/device-info.ts'
import type { FillEvidence } from '../layout/layout.ts'
import type { Role } from '../native/containers.ts'
import type { ApplicationHandle, ContainerHandle, DeviceHandle } from '../native/handles.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import type { PinCount } from '../pins/pin-count.ts'

/** A container as it was listed. */
export interface KnownContainer {
  readonly name: Uint8Array
  readonly certificates: Readonly<Partial<Record<Role, Uint8Array>>>
  /** Not all of it could be read: it is read again with the next listing. */
  readonly isUncertain?: boolean
}

/** What a login has in its hands. All by the name of the container, in hex. */
export interface Unlocked {
  /** As they are now: enumerated at the login, with what it has made and removed since. */
  readonly names: Set<string>
  /** Containers that this login has made. */
  readonly made: Set<string>
  /** Kept open until the token is locked: opening is a call as long as any other. */
  readonly open: Map<string, ContainerHandle>
  /** Uncompressed points of signing keys, as the token itself has told them. */
  readonly points: Map<string, Uint8Array>
  /** Other programs are kept away, where the library can do this. */
  readonly isReserved: boolean
}

/** An application of a device: what holds containers and has a PIN of its own. */
export interface KnownApplication {
  readonly slot: string
  readonly name: Uint8Array
  readonly handle: ApplicationHandle
  /** By name in hex; absent before the first listing. */
  containers?: ReadonlyMap<string, KnownContainer>
  /** Containers that were written to since they were listed. */
  readonly changed: Set<string>
  /** As told with the last listing that asked. */
  pins: { readonly user?: PinCount | undefined; readonly administrator?: PinCount | undefined }
  unlocked?: Unlocked | undefined
}

export interface KnownDevice {
  /** Its name in hex. */
  readonly key: string
  readonly name: Uint8Array
  readonly handle: DeviceHandle
  info: DeviceInfo
  evidence: FillEvidence
  /** The width of ULONG by which it has told a public key. */
  provenWidth?: 4 | 8 | undefined
  readonly applications: readonly KnownApplication[]
}

/** All that the worker remembers between requests. */
export interface SkfState {
  readonly calls: SkfCalls
  /** A clock that only goes forward, in milliseconds. */
  readonly now: () => number
  /** Names of the devices that were there when it was last asked, by their hex. */
  present: ReadonlyMap<string, Uint8Array>
  presentAt: number
  readonly known: Map<string, KnownDevice>
  /** The library wants the text and not its digest: seen of a signature. */
  signsMessages: boolean
}

export function createSkfState(calls: SkfCalls, now: () => number): SkfState {
  return {
    ...{ calls, now, present: new Map(), presentAt: Number.NEGATIVE_INFINITY, known: new Map() },
    signsMessages: false,
  }
}
