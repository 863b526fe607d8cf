import { expect, it } from 'vitest'
import type { SystemTool } from './run-tool.ts'
import { createWindowsUsbBus, readPnpEntities } from './windows-usb-bus.ts'

// In the style of what Windows 10 and 11 print; not recorded on the keys themselves.
const printed = JSON.stringify([
  {
    DeviceID: 'USB\\VID_05E3&PID_0610\\5&1A2B3C4D&0&2',
    Name: '通用 USB 集线器',
    Manufacturer: '(标准 USB 集线器)',
    CompatibleID: ['USB\\Class_09&SubClass_00&Prot_01', 'USB\\Class_09'],
  },
  {
    DeviceID: 'USB\\VID_096E&PID_0309\\6&2F3A1B&0&1',
    Name: 'USB 输入设备',
    Manufacturer: '(标准系统设备)',
    CompatibleID: ['USB\\Class_03&SubClass_00&Prot_00', 'USB\\Class_03'],
  },
  {
    DeviceID: 'USB\\VID_1EA8&PID_C001\\20190812A1',
    Name: 'USB Composite Device',
    Manufacturer: '(标准 USB 主控制器)',
    CompatibleID: ['USB\\DevClass_00&SubClass_00&Prot_00', 'USB\\COMPOSITE'],
  },
  {
    DeviceID: 'USB\\VID_1EA8&PID_C001&MI_01\\7&11223344&0&0001',
    Name: 'Microsoft Usbccid Smartcard Reader (WUDF)',
    Manufacturer: 'Microsoft',
    CompatibleID: ['USB\\Class_0B&SubClass_00&Prot_00', 'USB\\Class_0B'],
  },
  { DeviceID: 'USB\\VID_055C&PID_E618\\A', Name: null, Manufacturer: null, CompatibleID: null },
])

const key = { vendorId: '096e', productId: '0309', place: 'USB\\VID_096E&PID_0309\\6&2F3A1B&0&1' }

it('reads devices, not hubs or interfaces, and a smart card by its interface', () => {
  expect(readPnpEntities(printed)).toEqual([
    { ...key, product: 'USB 输入设备', manufacturer: '(标准系统设备)', isSmartCard: false },
    {
      ...{ vendorId: '1ea8', productId: 'c001', place: 'USB\\VID_1EA8&PID_C001\\20190812A1', isSmartCard: true },
      ...{ product: 'USB Composite Device', manufacturer: '(标准 USB 主控制器)', serialNumber: '20190812A1' },
    },
    {
      ...{ vendorId: '055c', productId: 'e618', place: 'USB\\VID_055C&PID_E618\\A' },
      ...{ serialNumber: 'A', isSmartCard: false },
    },
  ])
})

it.each(['', ' \r\n', 'not JSON', '{}', '[1]', '[{"Name":"x"}]', '\uFEFF'])('believes nothing of %j', (text) => {
  expect(readPnpEntities(text)).toBeUndefined()
})

it('sees an empty bus behind a byte order mark', () => {
  expect(readPnpEntities('\uFEFF[]\r\n')).toEqual([])
})

it('asks the PowerShell of the system, wherever PATH leads', async () => {
  const asked: SystemTool[] = []
  const run = (tool: SystemTool) => {
    asked.push(tool)
    return Promise.resolve(undefined)
  }
  expect(await createWindowsUsbBus({ run, systemRoot: 'D:\\Windows' }).list()).toBeUndefined()
  expect(asked.map(({ path }) => path)).toEqual(['D:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe'])
  expect(asked[0]?.parameters.at(-1)).toContain(`"PNPDeviceID LIKE 'USB\\\\VID[_]%'"`)
})
