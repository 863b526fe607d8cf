import { AppError } from '../../../app-error.ts'
import { readDeviceInfo } from '../layout/device-info.ts'
import { filledOctets, fills, findLayout, type Fill } from '../layout/layout.ts'
import { connectDevice, enumerateApplications, enumerateDevices, openApplication } from '../native/devices.ts'
import type { DeviceHandle } from '../native/handles.ts'
import { nameKey } from '../native/name-list.ts'
import { endLogin } from './end-login.ts'
import type { KnownApplication, KnownDevice, SkfState } from './skf-state.ts'

/** As in ../../worker/known-tokens.ts: under a watcher the devices are always known, and nobody swaps a key in a second. */
const freshMs = 1000
const deviceInfoRoom = 4096

/** Asks which devices are there (1 native call) and forgets those that are gone. */
export function askDevices(state: SkfState): SkfState['present'] {
  const names = enumerateDevices(state.calls)
  state.present = new Map(names.map((name) => [nameKey(name), name]))
  state.presentAt = state.now()
  for (const device of [...state.known.values()]) if (!state.present.has(device.key)) forgetDevice(state, device)
  return state.present
}

/** Were the devices asked for within the last second? */
export function areDevicesFresh(state: SkfState): boolean {
  return state.present.size > 0 && state.now() - state.presentAt < freshMs
}

export function distrustDevices(state: SkfState): void {
  state.presentAt = Number.NEGATIVE_INFINITY
}

/** Native calls: SKF_ConnectDev, SKF_GetDevInfo, SKF_EnumApplication, and SKF_OpenApplication for each. */
export function openDevice(state: SkfState, name: Uint8Array): KnownDevice {
  const handle = connectDevice(state.calls, name)
  try {
    const { info, evidence } = readInfo(state, { handle, evidence: {} }, fills[0])
    const key = nameKey(name)
    const device: KnownDevice = { ...{ key, name, handle, info, evidence }, applications: openAll(state, key, handle) }
    state.known.set(key, device)
    return device
  } catch (thrown) {
    quietly(() => state.calls.ask('SKF_DisConnectDev', handle))
    throw thrown
  }
}

/** An application that does not open does not hide the others. */
function openAll(state: SkfState, key: string, device: DeviceHandle): readonly KnownApplication[] {
  const failures: unknown[] = []
  const opened = enumerateApplications(state.calls, device).flatMap((name): readonly KnownApplication[] => {
    try {
      return [
        { ...{ slot: key, name, handle: openApplication(state.calls, device, name) }, changed: new Set(), pins: {} },
      ]
    } catch (thrown) {
      failures.push(thrown)
      return []
    }
  })
  if (opened.length === 0 && failures.length > 0) throw failures[0]
  // The first is known by the device alone: so a poll tells its slot before it is opened.
  return opened.map((one, index) => (index === 0 ? one : { ...one, slot: `${key}/${nameKey(one.name)}` }))
}

/** One native call, which also tells one half of how the library lays its structures out. */
export function readInfo(
  { calls }: SkfState,
  { handle, evidence }: Pick<KnownDevice, 'handle' | 'evidence'>,
  fill: Fill,
): Pick<KnownDevice, 'info' | 'evidence'> {
  const octets = Buffer.alloc(deviceInfoRoom, fill)
  calls.demand('SKF_GetDevInfo', handle, octets)
  const filled = filledOctets(octets, fill)
  if (filled === 0) throw new AppError('token.failed', { details: { call: 'SKF_GetDevInfo', detail: 'empty' } })
  const told = { ...evidence, [fill]: filled }
  return { evidence: told, info: readDeviceInfo(octets, findLayout(told)) }
}

/** Ends its logins and closes what is open of a device that answers. */
export function closeDevice(state: SkfState, device: KnownDevice): void {
  const { calls } = state
  for (const application of device.applications) {
    quietly(() => endLogin(calls, device, application))
    quietly(() => calls.ask('SKF_CloseApplication', application.handle))
  }
  forgetDevice(state, device)
}

/** For a device that is gone, or is another one: of its handles only that of the device may still be touched. */
export function forgetDevice(state: SkfState, device: KnownDevice): void {
  state.known.delete(device.key)
  for (const application of device.applications) application.unlocked = undefined
  quietly(() => state.calls.ask('SKF_DisConnectDev', device.handle))
}

/** For a device that has failed in something: no login may outlive that. Native calls: 1 to see whether it answers. */
export function dropDevice(state: SkfState, device: KnownDevice): void {
  if (isAnswering(state, device)) closeDevice(state, device)
  else forgetDevice(state, device)
}

/** Does the device answer by the handle that we have, as the one that it was? Native calls: 1. */
export function isAnswering(state: SkfState, device: KnownDevice): boolean {
  try {
    return readInfo(state, device, fills[0]).info.serialNumber === device.info.serialNumber
  } catch {
    return false
  }
}

/** For what is only tidied up: what it answers changes nothing any more. */
export function quietly(effect: () => unknown): void {
  try {
    effect()
  } catch {
    return
  }
}
