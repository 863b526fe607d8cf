import { resourceKeys } from '../resources/resource-keys.ts'
import { thisSystem } from './driver-system.ts'
import type { DriverHost } from './ports.ts'

type Asking = Pick<DriverHost, 'searches' | 'chooseTable' | 'openPage'> & Partial<Pick<DriverHost, 'devices'>>

/** This computer, and the keys that the program comes with. Without `devices` the bus counts as not to be read. */
export function createDriverHost({ devices = () => Promise.resolve(undefined), ...asking }: Asking): DriverHost {
  return { ...asking, devices, system: thisSystem(), keys: resourceKeys }
}
