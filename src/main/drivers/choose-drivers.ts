import type { UsbId } from './driver-table.ts'
import { isAsked } from './find-drivers.ts'
import type { FoundDriver } from './found-driver.ts'

/** Why a driver that was found is not loaded. */
export type IdleReason = 'not-plugged' | 'unfit'

export interface DriverChoice {
  readonly found: FoundDriver
  /** Nothing: it is loaded, or its failure is told. */
  readonly idle?: IdleReason | undefined
}

export interface ChoiceFacts {
  /** What is on the USB bus; undefined: cannot be told, and then a driver more is better than one too few. */
  readonly devices: readonly UsbId[] | undefined
  /** Drivers that are loaded already, by identity: they stay, since a key that is pulled may be asked for again. */
  readonly loaded: ReadonlySet<string>
}

/**
 * Which of the drivers found are put to use: what somebody has named always; what was found by itself only while a device
 * that it is for is plugged in, where that is known. A key that has drivers of both interfaces gets both: each can do what
 * the other cannot. A copy that does not fit is no news where a fitting one of the same driver and interface is there: on
 * Windows most drivers come in 32 and 64 bits.
 */
export function chooseDrivers(found: readonly FoundDriver[], facts: ChoiceFacts): readonly DriverChoice[] {
  return found.map((driver) => ({
    found: driver,
    idle: isAsked(driver.origins) ? undefined : whyIdle(driver, found, facts),
  }))
}

function whyIdle(driver: FoundDriver, all: readonly FoundDriver[], facts: ChoiceFacts): IdleReason | undefined {
  if (driver.misfit !== undefined && hasFittingCopy(driver, all)) return 'unfit'
  if (facts.loaded.has(driver.identity) || isPlugged(driver, facts.devices)) return undefined
  return 'not-plugged'
}

function hasFittingCopy({ driver, identity, interface: spoken }: FoundDriver, all: readonly FoundDriver[]): boolean {
  const copies = all.filter(
    (other) => driver !== undefined && other.driver?.id === driver.id && other.identity !== identity,
  )
  return copies.some((copy) => copy.misfit === undefined && copy.interface === spoken)
}

/** A driver that says nothing of devices may be for any of them. */
function isPlugged({ usb }: FoundDriver, devices: readonly UsbId[] | undefined): boolean {
  if (devices === undefined || usb.length === 0) return true
  return devices.some((device) => usb.some((id) => isSame(id, device)))
}

function isSame(one: UsbId, other: UsbId): boolean {
  return one.vendorId === other.vendorId && one.productId === other.productId
}
