import { AppError } from '../../../app-error.ts'
import { enumerateContainers } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import { decodeLabel } from '../../worker/token-text.ts'
import { askDevices, areDevicesFresh, openDevice } from './devices.ts'
import type { KnownApplication, KnownContainer, KnownDevice, SkfState, Unlocked } from './skf-state.ts'

/** A slot: one application of a device. */
export interface Place {
  readonly device: KnownDevice
  readonly application: KnownApplication
}

export interface UnlockedPlace extends Place {
  readonly unlocked: Unlocked
}

/** The slots of the devices that are there; of one that was not opened yet, that of its first application. */
export function slotsOf({ present, known }: SkfState): readonly string[] {
  return [...present.keys()].flatMap((key) => known.get(key)?.applications.map(({ slot }) => slot) ?? [key])
}

/** The place of this slot, opened where it is not. Codes token.absent, token.notInitialised (a device without applications). */
export function openPlace(state: SkfState, slot: string): Place {
  const key = keyOf(slot)
  const name = (areDevicesFresh(state) ? state.present : askDevices(state)).get(key)
  if (name === undefined) throw new AppError('token.absent')
  const device = state.known.get(key) ?? openDevice(state, name)
  const application = device.applications.find((candidate) => candidate.slot === slot)
  if (application === undefined) {
    throw new AppError(device.applications.length === 0 ? 'token.notInitialised' : 'token.absent')
  }
  return { device, application }
}

/** The login of this slot, or token.absent or token.notUnlocked. */
export function unlockedPlace(state: SkfState, slot: string): UnlockedPlace {
  const device = state.known.get(keyOf(slot))
  const application = device?.applications.find((candidate) => candidate.slot === slot)
  if (device !== undefined && application?.unlocked !== undefined) {
    return { device, application, unlocked: application.unlocked }
  }
  throw new AppError(slotsOf(state).includes(slot) ? 'token.notUnlocked' : 'token.absent')
}

/** Is somebody logged in to one of its applications? */
export function isUnlocked({ applications }: KnownDevice): boolean {
  return applications.some(({ unlocked }) => unlocked !== undefined)
}

export function keyOf(slot: string): string {
  return slot.split('/')[0] ?? ''
}

/**
 * Which applications are shown: those that hold containers, or the first where none does. Native calls: none for a device
 * with one application; else 1 for each that was not listed yet.
 */
export function shownApplications(state: SkfState, { applications }: KnownDevice): readonly KnownApplication[] {
  if (applications.length < 2) return applications
  const holding = applications.filter((application) => containersOf(state, application).size > 0)
  return holding.length > 0 ? holding : applications.slice(0, 1)
}

function containersOf({ calls }: SkfState, application: KnownApplication): ReadonlyMap<string, KnownContainer> {
  application.containers ??= new Map(
    enumerateContainers(calls, application.handle).map((name) => {
      return [nameKey(name), { name, certificates: {}, isUncertain: true }]
    }),
  )
  return application.containers
}

/**
 * What a token is known by: the device's serial number, or its name where it tells none. Where a device shows several
 * applications each is a token of its own, with a PIN of its own.
 */
export function serialNumberOf(state: SkfState, { device, application }: Place): string {
  const serialNumber = device.info.serialNumber === '' ? decodeLabel(device.name) : device.info.serialNumber
  const isOneOfSeveral = shownApplications(state, device).length > 1
  return isOneOfSeveral ? `${serialNumber}/${decodeLabel(application.name)}` : serialNumber
}
