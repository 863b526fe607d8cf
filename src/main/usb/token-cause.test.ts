import { expect, it } from 'vitest'
import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FailureDetails } from '../../shared/failure.ts'
import type { Driver } from '../drivers/driver-table.ts'
import { tokenCause, type CauseFacts, type SeenModule } from './token-cause.ts'
import type { UsbDevice } from './usb-bus.ts'

function driver(id: string, [vendorId, productId]: readonly [string, string], file: string): Driver {
  const modules = [{ os: 'linux', bits: 64, interface: 'pkcs11', path: `/opt/${id}/${file}` }] as const
  const row = { id, vendor: `${id} 厂商`, model: `${id} 型号`, usb: [{ vendorId, productId }], modules }
  return { ...row, evidence: 'guess', source: 'test', ...(id === 'feitian' ? { page: 'https://a.example/' } : {}) }
}

const feitian = driver('feitian', ['096e', '0309'], 'libft.so')
const longmai = driver('longmai', ['055c', 'e618'], 'libgm3000.so')
const openSc: Driver = { ...driver('opensc', ['0000', '0000'], 'opensc-pkcs11.so'), usb: [] }

const mouse: UsbDevice = { vendorId: '046d', productId: 'c077', place: '1-1', isSmartCard: false }
const key: UsbDevice = { ...mouse, vendorId: '096e', productId: '0309', place: '1-2' }
const otherKey: UsbDevice = { ...mouse, vendorId: '055c', productId: 'e618', place: '1-3' }
const reader: UsbDevice = { ...mouse, place: '1-4', isSmartCard: true, product: '智能卡', manufacturer: '某厂' }

const ready = (path: string): SeenModule => ({ path, state: 'ready' })
const starting = (path: string): SeenModule => ({ path, state: 'starting' })
const failed = (path: string, code: ErrorCode, details?: FailureDetails): SeenModule => ({
  ...{ path, state: 'failed', failure: { code, ...(details === undefined ? {} : { details }) } },
})
const of32Bit = (path: string) => failed(path, 'token.moduleWrongArchitecture', { bits: 32 })

const anybody = { processes: [{ pid: 7, name: 'CAAssistant' }], isComplete: false }
const nobody = { processes: [], isComplete: true }
const known = { vendor: 'feitian 厂商', model: 'feitian 型号', driverId: 'feitian', hasPage: true }
const unknown = { vendor: '某厂', model: '智能卡', hasPage: false }
const noKey = { hasPage: false }

const [ft, gm, own] = ['/usr/lib/LIBFT.so', 'C:\\x\\libgm3000.so', '/opt/ca/branded.so']

/** What is on the bus, which modules there are, who holds it: what is said. */
const table: readonly (readonly [string, Partial<CauseFacts>, unknown])[] = [
  ['an empty bus', { devices: [] }, { cause: 'nothing', ...noKey }],
  ['only a mouse', { devices: [mouse], modules: [ready(ft)] }, { cause: 'nothing', ...noKey }],
  ['no bus', { devices: undefined }, { cause: 'cannot-tell', ...noKey }],
  ['no bus, driver ready', { devices: undefined, modules: [ready(ft)] }, { cause: 'cannot-tell', ...noKey }],
  ['no bus, 32-bit driver', { devices: undefined, modules: [of32Bit(ft)] }, { cause: 'driver-32-bit', ...noKey }],
  [
    'no bus, broken',
    { devices: undefined, modules: [failed(ft, 'token.crashed')] },
    { cause: 'driver-broken', ...noKey },
  ],
  [
    'no key seen, broken',
    { devices: [mouse], modules: [failed(ft, 'token.timeout')] },
    { cause: 'driver-broken', ...noKey },
  ],
  ['no key seen, 32-bit', { devices: [], modules: [of32Bit(own)] }, { cause: 'driver-32-bit', ...noKey }],
  ['a key, no module', { devices: [mouse, key] }, { cause: 'driver-missing', ...known }],
  [
    'a key, its file gone',
    { devices: [key], modules: [failed(ft, 'token.moduleNotFound')] },
    { cause: 'driver-missing', ...known },
  ],
  ['a key, another driver', { devices: [key], modules: [ready(gm)] }, { cause: 'driver-missing', ...known }],
  ['a key, another is broken', { devices: [key], modules: [of32Bit(gm)] }, { cause: 'driver-missing', ...known }],
  ['a key, 32-bit', { devices: [key], modules: [of32Bit(ft)] }, { cause: 'driver-32-bit', ...known }],
  [
    'a key, a 32-bit module of no row',
    { devices: [key], modules: [of32Bit(own)] },
    { cause: 'driver-32-bit', ...known },
  ],
  [
    'a key, for another CPU',
    { devices: [key], modules: [failed(ft, 'token.moduleWrongArchitecture', { bits: 64 })] },
    { cause: 'driver-broken', ...known },
  ],
  [
    'a key, broken',
    { devices: [key], modules: [failed(ft, 'token.moduleBroken')], holders: anybody },
    { cause: 'driver-broken', ...known },
  ],
  [
    'a key that does not answer',
    { devices: [key], modules: [failed(ft, 'token.timeout')] },
    { cause: 'driver-broken', ...known },
  ],
  [
    'a held key that does not answer',
    { devices: [key], modules: [failed(ft, 'token.timeout')], holders: anybody },
    { cause: 'in-use', ...known, processes: anybody.processes },
  ],
  [
    'a held key that is not seen',
    { devices: [key], modules: [ready(ft)], holders: anybody },
    { cause: 'in-use', ...known, processes: anybody.processes },
  ],
  ['a held key without a driver', { devices: [key], holders: anybody }, { cause: 'driver-missing', ...known }],
  [
    'a key that is not seen',
    { devices: [key], modules: [ready(ft)], holders: nobody },
    { cause: 'cannot-tell', ...known },
  ],
  ['a key, a module of no row', { devices: [key], modules: [ready(own)] }, { cause: 'cannot-tell', ...known }],
  [
    'a key, a module for any card',
    { devices: [key], modules: [ready('/lib/opensc-pkcs11.so')] },
    { cause: 'cannot-tell', ...known },
  ],
  ['a key, a driver that starts', { devices: [key], modules: [starting(ft)] }, { cause: 'cannot-tell', ...known }],
  ['a smart card of no row', { devices: [reader] }, { cause: 'unknown-key', ...unknown }],
  [
    'such a card, a driver that sees none',
    { devices: [reader], modules: [ready(own)] },
    { cause: 'unknown-key', ...unknown },
  ],
  [
    'such a card, held',
    { devices: [reader], modules: [ready(own)], holders: anybody },
    { cause: 'in-use', ...unknown, processes: anybody.processes },
  ],
  ['such a card, 32-bit', { devices: [reader], modules: [of32Bit(own)] }, { cause: 'driver-32-bit', ...unknown }],
  ['such a card without a name', { devices: [{ ...mouse, isSmartCard: true }] }, { cause: 'unknown-key', ...noKey }],
  [
    'two keys: what can be done first',
    { devices: [reader, key, otherKey], modules: [ready(gm)] },
    { cause: 'driver-missing', ...known },
  ],
]

it.each(table)('%s', (_, facts, report) => {
  const none = { devices: [], modules: [], holders: { processes: [], isComplete: false } }
  expect(tokenCause({ ...none, drivers: [openSc, feitian, longmai], ...facts })).toEqual(report)
})

it('every cause has a row', () => {
  const causes = new Set(table.map(([, , report]) => (report as { readonly cause: string }).cause))
  expect([...causes].sort()).toEqual(
    ['cannot-tell', 'driver-32-bit', 'driver-broken', 'driver-missing', 'in-use', 'nothing', 'unknown-key'].sort(),
  )
})
