import { posix, win32 } from 'node:path'
import type { Driver } from '../drivers/driver-table.ts'
import type { UsbDevice } from './usb-bus.ts'

/** The row of the driver table that names this device; several CAs may share it, the first one speaks. */
export function driverOf(device: UsbDevice, drivers: readonly Driver[]): Driver | undefined {
  return drivers.find((driver) => isNamed(device, driver))
}

/**
 * Is this module known to be another key's? CAs give the same driver names of their own, so a module that no row names
 * may be any key's; so may one whose row names no devices.
 */
export function isForOtherKeys(path: string, device: UsbDevice, drivers: readonly Driver[]): boolean {
  const rows = drivers.filter(({ modules }) => modules.some((module) => fileName(module.path) === fileName(path)))
  return rows.length > 0 && rows.every((row) => row.usb.length > 0 && !isNamed(device, row))
}

function isNamed({ vendorId, productId }: UsbDevice, { usb }: Driver): boolean {
  return usb.some((id) => id.vendorId === vendorId && id.productId === productId)
}

/** Paths of the table are of three systems, and Windows does not tell cases apart. */
function fileName(path: string): string {
  return win32.basename(posix.basename(path)).toLowerCase()
}
