import { resourceKeys } from '../resources/resource-keys.ts'
import { thisSystem } from './driver-system.ts'
import type { DriverHost } from './ports.ts'

interface Asking
  extends Pick<DriverHost, 'searches' | 'chooseTable' | 'openPage'>, Partial<Pick<DriverHost, 'devices'>> {
  /** CPUs that there is a worker for besides the program's own. */
  readonly moreCpus?: readonly string[]
}

/** This computer, and the keys that the program comes with. Without `devices` the bus counts as not to be read. */
export function createDriverHost({ moreCpus = [], ...asking }: Asking): DriverHost {
  const system = thisSystem()
  return {
    devices: () => Promise.resolve(undefined),
    ...asking,
    ...{ system: { ...system, cpus: [...system.cpus, ...moreCpus] }, keys: resourceKeys },
  }
}
