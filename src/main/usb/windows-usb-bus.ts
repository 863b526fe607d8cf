import { join } from 'node:path/win32'
import * as z from 'zod'
import type { RunTool, SystemTool } from './run-tool.ts'
import { deviceText, usbId } from './usb-fields.ts'
import type { UsbBus, UsbDevice } from './usb-bus.ts'

const fields = 'DeviceID,Name,Manufacturer,CompatibleID'
const query =
  '[Console]::OutputEncoding=[Text.Encoding]::UTF8;' +
  `ConvertTo-Json -Compress @(Get-CimInstance Win32_PnPEntity -Filter "PNPDeviceID LIKE 'USB\\\\VID[_]%'" | ` +
  `Select-Object ${fields})`

/** Of Win32_PnPEntity (Win32 Provider, Microsoft): the class lists only what is plugged in now. */
const Entity = z.object({
  DeviceID: z.string(),
  Name: z.string().nullish(),
  Manufacturer: z.string().nullish(),
  CompatibleID: z.array(z.string()).nullish(),
})
type Entity = z.output<typeof Entity>

/**
 * Asks the system's own PowerShell, by its absolute path. A composite device is named once, by its parent; its
 * interfaces (`&MI_`) tell whether one of them is a smart card.
 */
export function createWindowsUsbBus({ run, systemRoot }: WindowsParts): UsbBus {
  const tool: SystemTool = {
    path: join(systemRoot, 'System32', 'WindowsPowerShell', 'v1.0', 'powershell.exe'),
    parameters: ['-NoLogo', '-NoProfile', '-NonInteractive', '-Command', query],
  }
  return {
    list: async () => {
      const printed = await run(tool)
      return printed === undefined ? undefined : readPnpEntities(printed)
    },
  }
}

interface WindowsParts {
  readonly run: RunTool
  readonly systemRoot: string
}

/** What the query printed, as devices; undefined when it is not what was asked for. */
export function readPnpEntities(printed: string): readonly UsbDevice[] | undefined {
  const entities = parseEntities(printed)
  return entities?.flatMap((entity) => {
    const device = toDevice(entity, entities)
    return device === undefined ? [] : [device]
  })
}

function parseEntities(printed: string): readonly Entity[] | undefined {
  const text = printed.replace(/^\uFEFF/, '').trim()
  // No USB device with an id at all, not even a hub of the mainboard: nothing that could be believed.
  if (text === '') return undefined
  try {
    return z.array(Entity).parse(JSON.parse(text))
  } catch {
    return undefined
  }
}

function toDevice(entity: Entity, entities: readonly Entity[]): UsbDevice | undefined {
  const ids = /^USB\\VID_(?<vendor>[0-9A-F]{4})&PID_(?<product>[0-9A-F]{4})\\(?<instance>.+)$/i.exec(entity.DeviceID)
  const [vendorId, productId] = [usbId(ids?.groups?.['vendor'] ?? ''), usbId(ids?.groups?.['product'] ?? '')]
  if (vendorId === undefined || productId === undefined || isOfClass(entity, '09')) return undefined
  const interfaces = entities.filter(({ DeviceID }) => isInterfaceOf(DeviceID, vendorId, productId))
  const [product, manufacturer] = [deviceText(entity.Name), deviceText(entity.Manufacturer)]
  return {
    ...{ vendorId, productId, place: entity.DeviceID },
    ...(product === undefined ? {} : { product }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...serialOf(ids?.groups?.['instance'] ?? ''),
    isSmartCard: [entity, ...interfaces].some((one) => isOfClass(one, '0b')),
  }
}

function isInterfaceOf(deviceId: string, vendorId: string, productId: string): boolean {
  return deviceId.toLowerCase().startsWith(`usb\\vid_${vendorId}&pid_${productId}&mi_`)
}

function isOfClass({ CompatibleID }: Entity, usbClass: string): boolean {
  return (CompatibleID ?? []).some((id) => id.toLowerCase().startsWith(`usb\\class_${usbClass}`))
}

/** Windows makes up an instance with ampersands where the device has no serial number of its own. */
function serialOf(instance: string): { readonly serialNumber?: string } {
  return instance.includes('&') ? {} : { serialNumber: instance }
}
