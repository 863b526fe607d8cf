import { expect, it } from 'vitest'
import { builtInDriverTable, DriverTableFile } from './driver-table.ts'

const table = builtInDriverTable()
const file = { kind: 'drivers', ...table }
const [first] = table.drivers

it('knows the keys that the field reports, each by its USB ids', () => {
  const idsOf = (id: string) =>
    table.drivers.find((driver) => driver.id === id)?.usb.map((usb) => Object.values(usb).join(':'))
  expect([idsOf('feitian-epass3000gm'), idsOf('longmai-gm3000')]).toEqual([['096e:0309'], ['055c:e618']])
})

it('claims to have run only what has been run, which was on Linux', () => {
  const verified = table.drivers.filter(({ evidence }) => evidence === 'verified')
  expect(verified.map(({ id }) => id)).toEqual(['opensc', 'softhsm2'])
  expect(verified.flatMap(({ modules }) => modules.map(({ os }) => os)).every((os) => os === 'linux')).toBe(true)
})

it('says where each row comes from', () => {
  expect(table.drivers.filter(({ source }) => source === '')).toEqual([])
})

it.each([
  ['another kind of file', { ...file, kind: 'conflicts' }],
  ['a row twice', { ...file, drivers: [first, first] }],
  ['a page without TLS', { ...file, drivers: [{ ...first, page: 'http://example.com/' }] }],
  ['a page that is a program', { ...file, drivers: [{ ...first, page: 'file:///bin/sh' }] }],
  ['USB ids in capitals', { ...file, drivers: [{ ...first, usb: [{ vendorId: '096E', productId: '0309' }] }] }],
  [
    'a mechanism for SM2 that makes any EC key',
    { ...file, drivers: [{ ...first, sm2: { keyGeneration: 0x1040, keyType: 3 } }] },
  ],
  ['an unknown interface', { ...file, drivers: [{ ...first, modules: [{ ...first?.modules[0], interface: 'csp' }] }] }],
])('refuses %s', (_what, wrong) => {
  expect(DriverTableFile.safeParse(wrong).success).toBe(false)
})

it('knows how a driver makes SM2 keys, where it is told', () => {
  const sm2 = { keyGeneration: 0x8000_0a01, keyType: 0x8000_0a02 }
  expect(DriverTableFile.parse({ ...file, drivers: [{ ...first, sm2 }] }).drivers[0]?.sm2).toEqual(sm2)
})

it('leaves out what a newer table may know more', () => {
  const newer = { ...file, drivers: [{ ...first, colour: 'blue' }] }
  expect(DriverTableFile.parse(newer).drivers).toEqual([first])
})
