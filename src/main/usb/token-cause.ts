import type { Failure } from '../../shared/failure.ts'
import type { BusReport } from '../../shared/ipc/models-bus.ts'
import { driverOf, isForOtherKeys } from './driver-of.ts'
import type { Driver } from '../drivers/driver-table.ts'
import type { UsbDevice } from './usb-bus.ts'
import type { Holders } from './who-holds.ts'

/** What a driver module in use has told. */
export interface SeenModule {
  readonly path: string
  readonly state: 'starting' | 'ready' | 'failed'
  readonly failure?: Failure
}

export interface CauseFacts {
  /** Undefined: the bus could not be read. */
  readonly devices: readonly UsbDevice[] | undefined
  readonly drivers: readonly Driver[]
  readonly modules: readonly SeenModule[]
  readonly holders: Holders
}

/** A device that is a key by the driver table, or says itself that it is a smart card. */
interface Key {
  readonly device: UsbDevice
  readonly driver: Driver | undefined
}

type Cause = BusReport['cause']

/** Of several keys the one whose owner can do most about it is spoken of. */
const mostUseful: readonly Cause[] = ['driver-32-bit', 'driver-missing', 'in-use', 'driver-broken', 'unknown-key']

/**
 * Why no token is seen, told from what was looked at and from nothing else. `nothing` only where the bus was read, nothing
 * on it may be a key, and no driver has failed; what fits several causes is `cannot-tell`.
 */
export function tokenCause(facts: CauseFacts): BusReport {
  const keys = keysAmong(facts)
  if (keys.length === 0) return { cause: withoutKey(facts), hasPage: false }
  const reports = keys.map((key) => reportOf(key, facts))
  return mostUseful.flatMap((cause) => reports.find((report) => report.cause === cause) ?? []).at(0) ?? firstOf(reports)
}

/** The devices that are keys, or may be. */
export function keysAmong({ devices, drivers }: Pick<CauseFacts, 'devices' | 'drivers'>): readonly Key[] {
  return (devices ?? []).flatMap((device) => {
    const driver = driverOf(device, drivers)
    return driver !== undefined || device.isSmartCard === true ? [{ device, driver }] : []
  })
}

/** A key may be one that no table knows and that says nothing of itself: a driver that fails is the better clue then. */
function withoutKey({ devices, modules }: CauseFacts): Cause {
  if (modules.some(is32Bit)) return 'driver-32-bit'
  if (modules.some(({ state }) => state === 'failed')) return 'driver-broken'
  return devices === undefined ? 'cannot-tell' : 'nothing'
}

function reportOf({ device, driver }: Key, facts: CauseFacts): BusReport {
  const cause = causeOf({ device, driver }, facts)
  const names = driver ?? { vendor: device.manufacturer, model: device.product }
  return {
    cause,
    ...(names.vendor === undefined ? {} : { vendor: names.vendor }),
    ...(names.model === undefined ? {} : { model: names.model }),
    ...(driver === undefined ? {} : { driverId: driver.id }),
    hasPage: driver?.page !== undefined,
    ...(cause === 'in-use' ? { processes: facts.holders.processes.map((process) => ({ ...process })) } : {}),
  }
}

/** A module that belongs to other keys says nothing about this one. */
function causeOf({ device, driver }: Key, { drivers, modules, holders }: CauseFacts): Cause {
  const own = modules.filter(({ path }) => !isForOtherKeys(path, device, drivers))
  const isHeld = holders.processes.length > 0
  if (own.some(({ state }) => state === 'ready')) return isHeld ? 'in-use' : seenByNone(driver)
  if (own.some(is32Bit)) return 'driver-32-bit'
  const failed = own.filter(({ state, failure }) => state === 'failed' && failure?.code !== 'token.moduleNotFound')
  if (failed.length > 0) return isHeld && failed.every(mayBeHeld) ? 'in-use' : 'driver-broken'
  if (own.some(({ state }) => state === 'starting')) return 'cannot-tell'
  return driver === undefined ? 'unknown-key' : 'driver-missing'
}

/** A driver that works does not see the key: it may be the wrong one, and nobody was seen to have the key. */
function seenByNone(driver: Driver | undefined): Cause {
  return driver === undefined ? 'unknown-key' : 'cannot-tell'
}

function is32Bit({ failure }: SeenModule): boolean {
  return failure?.code === 'token.moduleWrongArchitecture' && failure.details?.['bits'] === 32
}

/** Could this failure come from another program that has the key? A driver that does not load fails by itself. */
export function mayBeHeld({ failure }: Pick<SeenModule, 'failure'>): boolean {
  return failure !== undefined && ['token.timeout', 'token.deviceError', 'token.failed'].includes(failure.code)
}

function firstOf(reports: readonly BusReport[]): BusReport {
  return reports[0] ?? { cause: 'cannot-tell', hasPage: false }
}
