import type { TokenSnapshot } from '../../../../shared/token/messages.ts'
import { AppError } from '../../../app-error.ts'
import { fills } from '../layout/layout.ts'
import { enumerateApplications } from '../native/devices.ts'
import { nameKey } from '../native/name-list.ts'
import { readPinCount } from '../pins/pin-count.ts'
import { areDevicesFresh, askDevices, closeDevice, dropDevice, openDevice, readInfo } from '../state/devices.ts'
import { isUnlocked, shownApplications } from '../state/places.ts'
import { readContainers } from '../state/read-containers.ts'
import type { KnownDevice, SkfState } from '../state/skf-state.ts'
import { toSnapshot } from './token-snapshot.ts'

/**
 * Native calls: 1 for the devices unless they were asked for within the last second; per new device SKF_ConnectDev,
 * SKF_GetDevInfo, SKF_EnumApplication, SKF_OpenApplication, SKF_EnumContainer, and 4 per container; per known device
 * SKF_EnumContainer, or everything but the opening `withState`, and how both PINs stand. A device that fails does not hide
 * the others: the failure comes out only when none could be read.
 */
export function listTokens(state: SkfState, withState: boolean): readonly TokenSnapshot[] {
  if (!areDevicesFresh(state)) askDevices(state)
  const snapshots: TokenSnapshot[] = []
  const failures: { readonly key: string; readonly thrown: unknown }[] = []
  for (const [key, name] of state.present) {
    try {
      snapshots.push(...readDevice(state, name, withState))
    } catch (thrown) {
      failures.push({ key, thrown })
      const device = state.known.get(key)
      if (device !== undefined) dropDevice(state, device)
    }
  }
  if (snapshots.length === 0 && failures.length > 0) throwForThoseStillThere(state, failures)
  return snapshots
}

/** What was pulled out meanwhile is no failure. */
function throwForThoseStillThere(
  state: SkfState,
  failures: readonly { readonly key: string; readonly thrown: unknown }[],
): void {
  const present = askDevices(state)
  const failure = failures.find(({ key }) => present.has(key))
  if (failure !== undefined) throw failure.thrown
}

/**
 * While a token is unlocked the others are shown as they were: some libraries have one current device only, and to
 * connect another one would end the login.
 */
function readDevice(state: SkfState, name: Uint8Array, withState: boolean): readonly TokenSnapshot[] {
  const known = state.known.get(nameKey(name))
  const inUse = [...state.known.values()].find(isUnlocked)
  if (inUse !== undefined && inUse !== known) return known === undefined ? [] : toSnapshots(state, known)
  const device = known === undefined ? undefined : refreshDevice(state, known, withState)
  return toSnapshots(state, device ?? readNewDevice(state, name, withState))
}

function toSnapshots(state: SkfState, device: KnownDevice): readonly TokenSnapshot[] {
  return shownApplications(state, device).map((application) => toSnapshot(state, { device, application }))
}

/** Undefined when it is not the device any more that was known here, or its handles have died: plugged in anew. */
function refreshDevice(state: SkfState, device: KnownDevice, withState: boolean): KnownDevice | undefined {
  try {
    if (!withState || isSameDevice(state, device)) {
      readApplications(state, device, withState)
      return device
    }
    closeDevice(state, device)
  } catch (thrown) {
    if (!(thrown instanceof AppError)) throw thrown
    dropDevice(state, device)
  }
  return undefined
}

/** Native calls: 2. What the device tells of itself is taken over. */
function isSameDevice(state: SkfState, device: KnownDevice): boolean {
  const { info, evidence } = readInfo(state, device, fills[0])
  const names = enumerateApplications(state.calls, device.handle).map(nameKey)
  const isSame = info.serialNumber === device.info.serialNumber
  if (!isSame || device.applications.some(({ name }) => !names.includes(nameKey(name)))) return false
  device.info = info
  device.evidence = evidence
  return true
}

function readNewDevice(state: SkfState, name: Uint8Array, withState: boolean): KnownDevice {
  const device = openDevice(state, name)
  readApplications(state, device, withState)
  return device
}

function readApplications(state: SkfState, device: KnownDevice, withState: boolean): void {
  for (const application of device.applications) {
    readContainers(state, { device, application }, withState)
    if (!withState) continue
    const count = (holder: 'user' | 'administrator') => readPinCount(state.calls, application.handle, holder)
    application.pins = { user: count('user'), administrator: count('administrator') }
  }
}
