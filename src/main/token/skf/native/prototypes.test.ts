import { expect, it } from 'vitest'
import { createFakeCalls } from '../testing/fake-calls.ts'
import type { ApplicationHandle, ContainerHandle, DeviceHandle } from './handles.ts'

const device = 1n as DeviceHandle
const application = 2n as ApplicationHandle
const container = 3n as ContainerHandle

/** Compiled, and never called: a vendor's library may end the process where the compiler speaks here. */
function wrongKinds(): void {
  const { ask } = createFakeCalls({})
  const octets = new Uint8Array(8)
  // @ts-expect-error an application is no device
  ask('SKF_GetDevInfo', application, octets)
  // @ts-expect-error a device is no application
  ask('SKF_ClearSecureState', device)
  // @ts-expect-error a container is no application
  ask('SKF_OpenContainer', container, octets, octets)
  // @ts-expect-error a container is no key
  ask('SKF_CloseHandle', container)
  // @ts-expect-error a number that came from somewhere is no handle
  ask('SKF_UnlockDev', 5n)
  // @ts-expect-error one parameter is missing
  ask('SKF_VerifyPIN', application, 1, octets)
}

it('takes each function with handles of its kind only', () => {
  const calls = createFakeCalls({ SKF_UnlockDev: (handle) => (handle === device ? 0 : 5) })
  expect(calls.ask('SKF_UnlockDev', device)).toBe(0)
  expect(() => calls.ask('SKF_ClearSecureState', application)).toThrow('token.unsupported')
  expect(wrongKinds).toBeTypeOf('function')
})
