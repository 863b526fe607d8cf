import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { deviceText, usbId } from './usb-fields.ts'
import type { UsbBus, UsbDevice } from './usb-bus.ts'

/** Where Linux shows its USB devices (Documentation/ABI/testing/sysfs-bus-usb). */
export const linuxUsbFolder = '/sys/bus/usb/devices'

const hubClass = '09'
const smartCardClass = '0b'

/**
 * Reads the descriptors that the kernel keeps, a few small files for each device: no device is woken up.
 * Not one entry, not even a hub, means that there is no bus to see (a container), not that nothing is plugged in.
 */
export function createLinuxUsbBus(folder = linuxUsbFolder): UsbBus {
  return {
    list: async () => {
      try {
        const names = await readdir(folder)
        if (names.length === 0) return undefined
        const found = await Promise.all(names.filter(isDevice).map((name) => readDevice(folder, name, names)))
        return found.filter((device) => device !== undefined)
      } catch {
        // A device that is there and cannot be read may be the key that is looked for.
        return undefined
      }
    },
  }
}

/** '1-1.2' is a device, 'usb1' a root hub, '1-1.2:1.0' an interface. */
function isDevice(name: string): boolean {
  return /^\d+-[\d.]+$/.test(name)
}

async function readDevice(folder: string, place: string, names: readonly string[]): Promise<UsbDevice | undefined> {
  const read = (field: string) => readField(join(folder, place, field))
  const [vendor, productNumber, deviceClass] = await Promise.all(['idVendor', 'idProduct', 'bDeviceClass'].map(read))
  // It was pulled out between the two looks.
  if (vendor === undefined || productNumber === undefined || deviceClass === hubClass) return undefined
  const [vendorId, productId] = [usbId(vendor), usbId(productNumber)]
  if (vendorId === undefined || productId === undefined) return undefined
  const [product, manufacturer, serialNumber] = (
    await Promise.all(['product', 'manufacturer', 'serial'].map(read))
  ).map(deviceText)
  const isSmartCard = deviceClass === smartCardClass || (await hasSmartCard(folder, place, names))
  return {
    ...{ vendorId, productId, place, isSmartCard },
    ...(product === undefined ? {} : { product }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
  }
}

async function hasSmartCard(folder: string, place: string, names: readonly string[]): Promise<boolean> {
  const interfaces = names.filter((name) => name.startsWith(`${place}:`))
  const classes = await Promise.all(interfaces.map((name) => readField(join(folder, name, 'bInterfaceClass'))))
  return classes.includes(smartCardClass)
}

async function readField(path: string): Promise<string | undefined> {
  try {
    return (await readFile(path, 'utf8')).trim()
  } catch (thrown) {
    if (isGone(thrown)) return undefined
    throw thrown
  }
}

function isGone(thrown: unknown): boolean {
  // sysfs says ENODEV when the device went while its file was open.
  return thrown instanceof Error && 'code' in thrown && ['ENOENT', 'ENODEV', 'ENXIO'].includes(String(thrown.code))
}
