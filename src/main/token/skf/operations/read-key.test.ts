import { expect, it } from 'vitest'
import type { ApplicationHandle, ContainerHandle, DeviceHandle } from '../native/handles.ts'
import { SAR } from '../skf-errors.ts'
import type { UnlockedPlace } from '../state/places.ts'
import { createSkfState } from '../state/skf-state.ts'
import { createFakeCalls, put } from '../testing/fake-calls.ts'
import { readStoredCertificate } from './read-key.ts'

const certificate = Uint8Array.of(0x30, 1, 2)

/** A token whose container answers with these codes, one after the other; 0 with the certificate. */
function read(codes: readonly number[], isAlive = true) {
  const answers = [...codes]
  const calls = createFakeCalls({
    SKF_ExportCertificate: (_container, _flag, octets, size) => {
      const code = answers.shift() ?? 0
      if (code !== 0) return code
      octets.set(certificate)
      put(size, certificate.length)
      return 0
    },
    SKF_GetDevInfo: (_device, octets) => {
      octets.fill(0, 0, 294)
      return isAlive ? 0 : 0x0a000005
    },
  })
  const unlocked = {
    names: new Set(['61']),
    open: new Map([['61', 3n]]),
    points: new Map(),
    made: new Set(),
    isReserved: true,
  }
  const place = {
    device: { handle: 1n as DeviceHandle, evidence: {}, info: { serialNumber: '' } },
    application: { handle: 2n as ApplicationHandle, unlocked },
    unlocked: { ...unlocked, open: new Map([['61', 3n as ContainerHandle]]) },
  } as unknown as UnlockedPlace
  const state = createSkfState(calls, () => 0)
  return {
    certificate: () => readStoredCertificate(state, place, { container: Buffer.from('a'), role: 'signing' }),
    calls,
  }
}

it('is there, or the standard says that it is not', () => {
  expect(read([]).certificate()).toEqual(certificate)
  const absent = read([SAR.certificateNotFound])
  expect(absent.certificate()).toBeUndefined()
  expect(absent.calls.made).toEqual(['SKF_ExportCertificate'])
})

it('is there when only the first answer was an error', () => {
  expect(read([0x0a000001]).certificate()).toEqual(certificate)
})

it('is not there when a token that is well says the same twice', () => {
  expect(read([0x0a000031, 0x0a000031]).certificate()).toBeUndefined()
})

it.each([
  ['the device is gone', [SAR.deviceRemoved], true, 'token.absent'],
  ['the errors differ', [0x0a000001, 0x0a000004], true, 'token.deviceError'],
  ['the device does not answer', [0x0a000005, 0x0a000005], false, 'token.failed'],
] as const)('is not known when %s', (_why, codes, isAlive, expected) => {
  expect(() => read(codes, isAlive).certificate()).toThrow(expected)
})
