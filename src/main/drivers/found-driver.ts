import type { Failure } from '../../shared/failure.ts'
import type { TokenInterface } from '../../shared/token/messages.ts'
import type { Origin } from './candidate.ts'
import type { Driver, UsbId } from './driver-table.ts'

/** What tells a file from another version of itself, without reading it. */
export interface FilePrint {
  readonly size: number
  readonly modifiedMs: number
}

/** A file that is, or may be, a driver on this computer: all candidates that lead to the same file, together. */
export interface FoundDriver {
  /** As whoever names it first writes it. */
  readonly path: string
  /** Identity: the path without links, on Windows in lower case. */
  readonly identity: string
  readonly origins: readonly Origin[]
  /** The row of the table that knows a file of this name. */
  readonly driver?: Driver | undefined
  readonly interface: TokenInterface
  /** The devices that it is for; none: not known. */
  readonly usb: readonly UsbId[]
  readonly print?: FilePrint | undefined
  readonly bits?: 32 | 64 | undefined
  readonly cpu?: string | undefined
  /** Why it cannot be loaded, from its header: it has not been tried. */
  readonly misfit?: Failure | undefined
}
