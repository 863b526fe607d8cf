import { join } from 'node:path'
import { openSignedResource } from '../resources/signed-resource.ts'
import type { TokenModules } from '../token/token-modules.ts'
import { openDriverMemory } from './driver-memory.ts'
import { builtInDriverTable, DriverTableFile } from './driver-table.ts'
import { createDrivers, type Drivers } from './drivers.ts'
import type { DriverHost } from './ports.ts'

interface OpeningDrivers {
  /** Where the table and the memory are kept. */
  readonly folder: string
  readonly host: DriverHost
  readonly userPaths: () => readonly string[]
  readonly managedPaths?: () => readonly string[]
  readonly modules: () => TokenModules
  readonly isFixed: boolean
  /** The disk takes nothing: what is learnt now is forgotten at the end. */
  readonly notKept: (error: unknown) => void
}

/** The drivers with their table and their memory, as the program has left them. */
export async function openDrivers({ folder, host, notKept, ...parts }: OpeningDrivers): Promise<Drivers> {
  const [table, memory] = await Promise.all([
    openSignedResource({
      schema: DriverTableFile,
      builtIn: builtInDriverTable(),
      path: join(folder, 'driver-table.json'),
      keys: host.keys,
    }),
    openDriverMemory(join(folder, 'drivers.json'), notKept),
  ])
  return createDrivers({ ...parts, host, table, memory })
}
