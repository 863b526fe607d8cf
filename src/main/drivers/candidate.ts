import type { DriverTable, UsbId } from './driver-table.ts'
import type { DriverSystem } from './driver-system.ts'

/** Who says that there is a driver: see the files in sources/. */
export type Origin = 'user' | 'administrator' | 'environment' | 'system' | 'registry' | 'table'

/** A file that may be a driver. */
export interface Candidate {
  readonly path: string
  readonly origin: Origin
  /** Where whoever names it tells: PKCS#11 otherwise. */
  readonly interface?: 'pkcs11' | 'skf'
  /** The devices that it is said to be for. */
  readonly usb?: readonly UsbId[]
}

/** One way to find drivers. Finds nothing rather than failing; the paths need not exist. */
export type CandidateSource = (table: DriverTable, system: DriverSystem) => Promise<readonly Candidate[]>
