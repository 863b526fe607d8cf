import type { UsbId } from './driver-table.ts'
import type { DriverSystem } from './driver-system.ts'
import type { DriverReport } from '../../shared/ipc/models-drivers.ts'

/** A signed table that is not about drivers. */
export interface OtherTable {
  /** Code resource.refused with the reason `content` where the file is of another kind. */
  take(file: string): Promise<void>
  describe(): DriverReport['otherTables'][number]
}

/** What the search for drivers needs of its surroundings. */
export interface DriverHost {
  readonly system: DriverSystem
  /** False: nothing but what the user has added is used. For tests, which must not load what their computer has. */
  readonly searches: boolean
  /** What is on the USB bus now; nothing where that cannot be told. */
  readonly devices: () => Promise<readonly UsbId[] | undefined>
  /** Asks for the file of a newer table; nothing when the user cancels. */
  readonly chooseTable: () => Promise<string | undefined>
  /** Opens a web page in the user's browser. */
  readonly openPage: (url: string) => Promise<void>
  /** Tables of other kinds, for which the same file chooser is used; none where left out. */
  readonly otherTables?: readonly OtherTable[]
  /** Whose signature makes a newer table good. */
  readonly keys: readonly string[]
}
