import type { TokenInterface } from '../../shared/token/messages.ts'
import type { DriverTable, UsbId } from './driver-table.ts'
import type { DriverSystem } from './driver-system.ts'

/** Who says that there is a driver: see the files in sources/. */
export type Origin = 'user' | 'administrator' | 'environment' | 'system' | 'registry' | 'table'

/** A file that may be a driver. */
export interface Candidate {
  readonly path: string
  readonly origin: Origin
  /** By what it is spoken to, where whoever names it tells. */
  readonly interface?: TokenInterface
  /** The devices that it is said to be for. */
  readonly usb?: readonly UsbId[]
}

/** One way to find drivers. Finds nothing rather than failing; the paths need not exist. */
export type CandidateSource = (table: DriverTable, system: DriverSystem) => Promise<readonly Candidate[]>
