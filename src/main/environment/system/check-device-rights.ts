import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import type { DeviceFault } from '../../../shared/failure-words.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Driver } from '../../drivers/driver-table.ts'
import { driverOf } from '../../usb/driver-of.ts'
import { linuxDeviceNodes } from '../../usb/linux-device-nodes.ts'
import { linuxUsbFolder } from '../../usb/linux-usb-bus.ts'
import type { UsbBus, UsbDevice } from '../../usb/usb-bus.ts'
import type { Check } from '../check.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'

export interface DeviceParts {
  readonly platform: NodeJS.Platform
  readonly bus: UsbBus
  /** Of the table of drivers: which devices are keys. */
  readonly drivers: () => readonly Driver[]
  /** Folders like /sys/bus/usb/devices and /dev. */
  readonly roots?: { readonly usb: string; readonly dev: string }
  /** 0 is root; absent where the system has no such thing. */
  readonly userId?: number | undefined
}

/**
 * May this user talk to the keys that are plugged in? On Linux udev gives that right, file by file. Code
 * environment.deviceRights with details.reason (DeviceFault).
 */
export function createDeviceRightsCheck(parts: DeviceParts): Check {
  return { name: 'device-rights', run: () => look(parts) }
}

async function look(parts: DeviceParts): Promise<readonly Finding[]> {
  const { platform, bus, drivers, userId = process.getuid?.() } = parts
  if (platform !== 'linux') return [notApplicable('other-system')]
  const devices = await bus.list()
  if (devices === undefined) return [{ state: 'unknown' }]
  const keys = devices.filter((device) => driverOf(device, drivers()) !== undefined)
  if (keys.length === 0) return [notApplicable('no-key')]
  // Their owner is the smart card service, and it has the right.
  const own = keys.filter(({ isSmartCard }) => isSmartCard !== true)
  if (own.length === 0) return [notApplicable('reader')]
  if (userId === 0) return [notApplicable('root')]
  return Promise.all(own.map((device) => judge(device, parts)))
}

async function judge(device: UsbDevice, { drivers, roots = linuxRoots }: DeviceParts): Promise<Finding> {
  const model = driverOf(device, drivers())?.model ?? ''
  const nodes = await nodesOf(device, roots)
  const denied = await Promise.all(nodes.map((node) => faultOf(join(roots.dev, node))))
  const [fault] = denied.filter((reason) => reason !== undefined)
  const details = nodes.map((node) => ({ label: 'deviceFile', value: join('/dev', node) }))
  if (nodes.length > 0 && fault === undefined) return inOrder({ model }, { subject: model, details })
  const reason: DeviceFault = fault ?? 'absent'
  const state = reason === 'denied' ? 'attention' : 'unknown'
  return outOfOrder(state, { code: 'environment.deviceRights', details: { reason } }, { subject: model, details })
}

const linuxRoots = { usb: linuxUsbFolder, dev: '/dev' } as const

/** None for a device that was pulled out between the two looks. */
async function nodesOf({ place }: UsbDevice, { usb }: { readonly usb: string }): Promise<readonly string[]> {
  return linuxDeviceNodes(usb, place).catch(() => [])
}

async function faultOf(path: string): Promise<DeviceFault | undefined> {
  try {
    await access(path, constants.R_OK | constants.W_OK)
    return undefined
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT' ? 'absent' : 'denied'
  }
}
