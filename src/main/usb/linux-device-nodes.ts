import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * The files below /dev that lead to a device, relative to it: its USB node, and a hidraw node for each HID interface.
 *
 * @param usb a folder like /sys/bus/usb/devices
 * @param place the device's name there
 */
export async function linuxDeviceNodes(usb: string, place: string): Promise<readonly string[]> {
  const folder = join(usb, place)
  const [bus, device] = await Promise.all(['busnum', 'devnum'].map((field) => readFile(join(folder, field), 'utf8')))
  const number = (text = '') => text.trim().padStart(3, '0')
  const interfaces = (await readdir(folder)).filter((name) => name.startsWith(`${place}:`))
  const hid = await Promise.all(interfaces.map((name) => hidrawOf(join(folder, name))))
  return [join('bus/usb', number(bus), number(device)), ...hid.flat()]
}

/** 1-2:1.0/0003:096E:0309.0001/hidraw/hidraw0 */
async function hidrawOf(interfaceFolder: string): Promise<readonly string[]> {
  const nodes: string[] = []
  for (const name of await namesIn(interfaceFolder)) {
    if (/^[0-9a-f]{4}:/i.test(name)) nodes.push(...(await namesIn(join(interfaceFolder, name, 'hidraw'))))
  }
  return nodes
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder)
  } catch {
    return []
  }
}
