import { expect, it } from 'vitest'
import { sampleCertificate } from '../../../tests/support/fake-desktop.ts'
import type { Failure } from '../../shared/failure.ts'
import { builtInDriverTable } from '../drivers/driver-table.ts'
import type { UsbDevice } from '../usb/usb-bus.ts'
import { nobodyKnows } from '../usb/who-holds.ts'
import { createKeysOfDesk, type DeskParts } from './keys-of-desk.ts'

const feitian: UsbDevice = { vendorId: '096e', productId: '0309', place: '1-2' }
const unknown: UsbDevice = { vendorId: 'ffff', productId: '0001', place: '1-3', isSmartCard: true }
const mouse: UsbDevice = { vendorId: '046d', productId: 'c077', place: '1-4' }
const held = { processes: [{ pid: 7, name: 'x' }], isComplete: true }

function keysWith(devices: readonly UsbDevice[] | undefined, changes: Partial<DeskParts> = {}) {
  const asked: (readonly UsbDevice[])[] = []
  const usb = {
    bus: { list: () => Promise.resolve(devices) },
    whoHolds: (of: readonly UsbDevice[]) => {
      asked.push(of)
      return Promise.resolve(held)
    },
  }
  const parts: DeskParts = {
    overview: () => ({ complete: true, modules: [], tokens: [], cards: [] }),
    ...{ modules: () => [], drivers: () => builtInDriverTable().drivers, usb, ...changes },
  }
  return { asked, read: createKeysOfDesk(parts) }
}

it('knows the makers only where it knows that of every key', async () => {
  const makersOf = async (...devices: readonly UsbDevice[]) => (await keysWith(devices).read()).makers
  expect(await makersOf(feitian, mouse)).toEqual(['飞天诚信'])
  expect(await makersOf(feitian, unknown)).toBeUndefined()
  expect(await makersOf(mouse)).toEqual([])
  expect((await keysWith(undefined).read()).makers).toBeUndefined()
})

it('asks who has the keys open, and nothing else', async () => {
  const { asked, read } = keysWith([mouse, feitian])
  expect([(await read()).holders, asked]).toEqual([held, [[feitian]]])
  const without = keysWith([mouse])
  expect([(await without.read()).holders, without.asked]).toEqual([nobodyKnows, []])
})

it('names the issuers by every name that they have, each once', async () => {
  const named = (id: string) => sampleCertificate(id, { issuer: 'CA01', issuerName: [{ name: 'O', value: '网证通' }] })
  const cards = [{ id: 'a', tokenSerialNumber: '1', certificates: [named('a'), named('b')] }]
  const overview = () => ({ complete: true, modules: [], tokens: [], cards })
  expect((await keysWith([], { overview }).read()).issuers).toEqual(['CA01', '网证通'])
})

it.each<[string, Failure | undefined, boolean]>([
  ['does not answer', { code: 'token.timeout' }, true],
  ['is none', { code: 'token.moduleWrongArchitecture' }, false],
  ['works', undefined, false],
])('takes a key for held by another where its driver %s', async (_what, failure, expected) => {
  const modules = () => [failure === undefined ? { state: 'ready' as const } : { state: 'failed' as const, failure }]
  expect((await keysWith([], { modules }).read()).isSilent).toBe(expected)
})
