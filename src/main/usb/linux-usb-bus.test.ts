import { mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { createLinuxUsbBus } from './linux-usb-bus.ts'
import { createUsbTree, type TreeDevice, type UsbTree } from './testing/usb-tree.ts'

const trees: UsbTree[] = []
afterEach(() => {
  for (const tree of trees.splice(0)) tree.remove()
})

function plug(devices: Readonly<Record<string, TreeDevice>>): UsbTree {
  const tree = createUsbTree(devices)
  trees.push(tree)
  return tree
}

const rootHub: TreeDevice = { ids: ['1d6b', '0002'], fields: { bDeviceClass: '09' } }

it('tells what the kernel knows of a key, and leaves out hubs and interfaces', async () => {
  const tree = plug({
    usb1: rootHub,
    '1-1': { ids: ['05e3', '0610'], fields: { bDeviceClass: '09' } },
    '1-1.2': {
      ids: ['096E', '0309'],
      fields: { product: 'ePass3000GM', manufacturer: 'Feitian\tTechnologies', serial: 'A1' },
      interfaces: ['03'],
    },
  })
  expect(await createLinuxUsbBus(tree.usb).list()).toEqual([
    {
      ...{ vendorId: '096e', productId: '0309', place: '1-1.2', isSmartCard: false },
      ...{ product: 'ePass3000GM', manufacturer: 'Feitian Technologies', serialNumber: 'A1' },
    },
  ])
})

it('tells a smart card by the class of an interface, and a mouse apart', async () => {
  const tree = plug({
    '1-1': { ids: ['0001', '0001'], interfaces: ['03', '0b'] },
    '1-10': { ids: ['0002', '0002'], interfaces: ['03'] },
    '2-1': { ids: ['0003', '0003'], fields: { bDeviceClass: '0b' } },
  })
  const devices = await createLinuxUsbBus(tree.usb).list()
  expect(devices?.map(({ place, isSmartCard }) => [place, isSmartCard]).sort()).toEqual([
    ['1-1', true],
    ['1-10', false],
    ['2-1', true],
  ])
})

it('says that nothing is plugged in only when it has seen a bus', async () => {
  expect(await createLinuxUsbBus(plug({ usb1: rootHub }).usb).list()).toEqual([])
  expect(await createLinuxUsbBus(plug({}).usb).list()).toBeUndefined()
  const tree = plug({})
  rmSync(tree.usb, { recursive: true })
  expect(await createLinuxUsbBus(tree.usb).list()).toBeUndefined()
})

it('leaves out what was pulled out while it was looked at', async () => {
  const tree = plug({ '1-1': { ids: ['096e', '0309'] } })
  mkdirSync(join(tree.usb, '1-2'))
  symlinkSync(join(tree.usb, 'gone'), join(tree.usb, '1-3'))
  expect((await createLinuxUsbBus(tree.usb).list())?.map(({ place }) => place)).toEqual(['1-1'])
})

it('does not pass over a device that it may not read: that may be the key', async () => {
  const tree = plug({ usb1: rootHub, '1-1': { ids: ['0002', '0002'] } })
  // Reading a folder fails for everyone, also for root.
  mkdirSync(join(tree.usb, '1-2', 'idVendor'), { recursive: true })
  expect(await createLinuxUsbBus(tree.usb).list()).toBeUndefined()
})
