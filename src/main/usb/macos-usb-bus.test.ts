import { expect, it } from 'vitest'
import { createMacosUsbBus, readUsbReport } from './macos-usb-bus.ts'

// In the style of what macOS 13 to 15 print; not recorded on the keys themselves.
const key = {
  _name: 'ePass3000GM',
  vendor_id: '0x096e  (Feitian Technologies Co., Ltd.)',
  product_id: '0x0309',
  manufacturer: 'Feitian',
  serial_num: 'A1',
  location_id: '0x14120000 / 7',
  speed: 'full_speed',
}
const printed = JSON.stringify({
  SPUSBDataType: [
    { _name: 'USB31Bus', host_controller: 'AppleUSBXHCITR' },
    {
      _name: 'USB31Bus',
      _items: [
        { _name: 'USB2.1 Hub', vendor_id: '0x05e3  (Genesys Logic, Inc.)', product_id: '0x0610', _items: [key] },
        { _name: 'Keyboard Hub', vendor_id: '0x05ac', product_id: '0x1006' },
        { _name: 'Apple Internal Keyboard', vendor_id: 'apple_vendor_id', product_id: '0x0342' },
        { _name: 'mToken', vendor_id: '0x055C', product_id: '0xE618' },
      ],
    },
  ],
})

it('reads devices at any depth, not buses or hubs, and says nothing of classes that it is not told', () => {
  expect(readUsbReport(printed)).toEqual([
    {
      ...{ vendorId: '096e', productId: '0309', place: '0x14120000 / 7' },
      ...{ product: 'ePass3000GM', manufacturer: 'Feitian', serialNumber: 'A1' },
    },
    { vendorId: '055c', productId: 'e618', place: '055c:e618', product: 'mToken' },
  ])
})

it.each(['', '{}', '{"SPUSBDataType":[]}', '{"SPUSBDataType":7}'])('believes nothing of %j', (text) => {
  expect(readUsbReport(text)).toBeUndefined()
})

it('asks the profiler of the system, and cannot tell when it fails', async () => {
  expect(await createMacosUsbBus(({ path }) => Promise.resolve(path.startsWith('/usr/sbin/') ? printed : '')).list()) //
    .toHaveLength(2)
  expect(await createMacosUsbBus(() => Promise.resolve(undefined)).list()).toBeUndefined()
})
