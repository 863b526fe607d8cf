import { expect, it } from 'vitest'
import { chooseDrivers, type ChoiceFacts } from './choose-drivers.ts'
import { builtInDriverTable } from './driver-table.ts'
import type { FoundDriver } from './found-driver.ts'

const longmai = builtInDriverTable().drivers.find(({ id }) => id === 'longmai-gm3000')
const usb = { vendorId: '055c', productId: 'e618' }
const mouse = { vendorId: '046d', productId: 'c077' }

function driver(changes: Partial<FoundDriver> = {}): FoundDriver {
  const path = changes.path ?? '/usr/lib/libgm3000_pkcs11.so'
  return { path, identity: path, origins: ['table'], driver: longmai, interface: 'pkcs11', usb: [usb], ...changes }
}

function idle(found: readonly FoundDriver[], facts: Partial<ChoiceFacts> = {}) {
  return chooseDrivers(found, { devices: [], loaded: new Set(), ...facts }).map((choice) => choice.idle ?? 'used')
}

const misfit = { code: 'token.moduleWrongArchitecture' } as const

it.each([
  ['its device is plugged in', driver(), { devices: [mouse, usb] }, 'used'],
  ['other devices are plugged in', driver(), { devices: [mouse] }, 'not-plugged'],
  ['the bus cannot be read', driver(), { devices: undefined }, 'used'],
  [
    'it has been loaded already and its device is gone',
    driver(),
    { loaded: new Set(['/usr/lib/libgm3000_pkcs11.so']) },
    'used',
  ],
  ['nobody knows its devices', driver({ usb: [] }), {}, 'used'],
  ['the user has added it', driver({ origins: ['user', 'table'] }), {}, 'used'],
  ['the environment names it', driver({ origins: ['environment'] }), {}, 'used'],
  ['it speaks SKF and its device is plugged in', driver({ interface: 'skf' }), { devices: [usb] }, 'used'],
  ['it speaks SKF and other devices are plugged in', driver({ interface: 'skf' }), { devices: [mouse] }, 'not-plugged'],
  ['it speaks SKF and the user has added it', driver({ interface: 'skf', origins: ['user'] }), {}, 'used'],
  ['it does not fit and its device is plugged in', driver({ misfit }), { devices: [usb] }, 'used'],
  ['it does not fit and nothing is plugged in', driver({ misfit }), {}, 'not-plugged'],
])('knows what to do when %s', (_what, found, facts, expected) => {
  expect(idle([found], facts)).toEqual([expected])
})

it('says nothing of a 32-bit copy beside one that fits', () => {
  const copies = [driver({ path: '/64.dll' }), driver({ path: '/32.dll', misfit })]
  expect(idle(copies, { devices: [usb] })).toEqual(['used', 'unfit'])
})

it('uses both interfaces of a key, and takes neither for a copy of the other', () => {
  const both = [driver({ path: '/skf.dll', interface: 'skf' }), driver({ path: '/pkcs11.dll' })]
  expect(idle(both, { devices: [usb] })).toEqual(['used', 'used'])
  const misfits = [driver({ path: '/skf.dll', interface: 'skf' }), driver({ path: '/32.dll', misfit })]
  expect(idle(misfits, { devices: [usb] })).toEqual(['used', 'used'])
  const copies = [
    driver({ path: '/skf.dll', interface: 'skf' }),
    driver({ path: '/skf-32.dll', interface: 'skf', misfit }),
  ]
  expect(idle(copies, { devices: [usb] })).toEqual(['used', 'unfit'])
})
