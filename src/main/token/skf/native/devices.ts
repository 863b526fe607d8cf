import type { ApplicationHandle, DeviceHandle } from './handles.ts'
import { readNameList } from './name-list.ts'
import { endMarked, readHandle, readSized, writeNumber } from './octets.ts'
import type { SkfCalls } from './skf-calls.ts'

const listRoom = 64 * 1024

/** The devices that are plugged in, by name. */
export function enumerateDevices({ ask }: SkfCalls): readonly Uint8Array[] {
  const call = (names: Uint8Array, size: Uint8Array) => ask('SKF_EnumDev', 1, names, size)
  return readNameList(readSized({ name: 'SKF_EnumDev', room: listRoom, call }))
}

export function connectDevice({ demand }: SkfCalls, name: Uint8Array): DeviceHandle {
  const handle = writeNumber()
  demand('SKF_ConnectDev', endMarked(name), handle)
  return readHandle('SKF_ConnectDev', handle) as DeviceHandle
}

export function enumerateApplications({ ask }: SkfCalls, device: DeviceHandle): readonly Uint8Array[] {
  const call = (names: Uint8Array, size: Uint8Array) => ask('SKF_EnumApplication', device, names, size)
  return readNameList(readSized({ name: 'SKF_EnumApplication', room: listRoom, call }))
}

export function openApplication({ demand }: SkfCalls, device: DeviceHandle, name: Uint8Array): ApplicationHandle {
  const handle = writeNumber()
  demand('SKF_OpenApplication', device, endMarked(name), handle)
  return readHandle('SKF_OpenApplication', handle) as ApplicationHandle
}
