import * as z from 'zod'
import type { RunTool, SystemTool } from './run-tool.ts'
import { deviceText, usbId } from './usb-fields.ts'
import type { UsbBus, UsbDevice } from './usb-bus.ts'

/** One entry of `system_profiler SPUSBDataType -json`: a bus, a hub or a device. */
interface Entry {
  readonly _name?: string | undefined
  readonly vendor_id?: string | undefined
  readonly product_id?: string | undefined
  readonly manufacturer?: string | undefined
  readonly serial_num?: string | undefined
  readonly location_id?: string | undefined
  readonly _items?: readonly Entry[] | undefined
}

const Entry: z.ZodType<Entry> = z.object({
  _name: z.string().optional(),
  vendor_id: z.string().optional(),
  product_id: z.string().optional(),
  manufacturer: z.string().optional(),
  serial_num: z.string().optional(),
  location_id: z.string().optional(),
  get _items() {
    return z.array(Entry).optional()
  },
})
const Report = z.object({ SPUSBDataType: z.array(Entry) })

const tool: SystemTool = { path: '/usr/sbin/system_profiler', parameters: ['SPUSBDataType', '-json'] }

/** Asks the system's profiler. It tells no USB classes: an unknown smart card reader is not recognised here. */
export function createMacosUsbBus(run: RunTool): UsbBus {
  return {
    list: async () => {
      const printed = await run(tool)
      return printed === undefined ? undefined : readUsbReport(printed)
    },
  }
}

/** What the profiler printed, as devices; undefined when it is not its report, or names no bus at all. */
export function readUsbReport(printed: string): readonly UsbDevice[] | undefined {
  const report = parseReport(printed)
  if (report === undefined || report.length === 0) return undefined
  return report.flatMap(flatten).flatMap((entry) => toDevice(entry) ?? [])
}

function parseReport(printed: string): readonly Entry[] | undefined {
  try {
    return Report.parse(JSON.parse(printed)).SPUSBDataType
  } catch {
    return undefined
  }
}

function flatten(entry: Entry): readonly Entry[] {
  return [entry, ...(entry._items ?? []).flatMap(flatten)]
}

/** A bus has no vendor id; what has devices below itself, or is named so, is a hub. */
function toDevice(entry: Entry): UsbDevice | undefined {
  const [vendorId, productId] = [idOf(entry.vendor_id), idOf(entry.product_id)]
  const isHub = (entry._items?.length ?? 0) > 0 || /\bhub\b/i.test(entry._name ?? '')
  if (vendorId === undefined || productId === undefined || isHub) return undefined
  const [product, manufacturer] = [deviceText(entry._name), deviceText(entry.manufacturer)]
  const serialNumber = deviceText(entry.serial_num)
  return {
    ...{ vendorId, productId, place: entry.location_id ?? `${vendorId}:${productId}` },
    ...(product === undefined ? {} : { product }),
    ...(manufacturer === undefined ? {} : { manufacturer }),
    ...(serialNumber === undefined ? {} : { serialNumber }),
  }
}

/** '0x096e  (Feitian Technologies Co., Ltd.)'; 'apple_vendor_id' is no number. */
function idOf(text = ''): string | undefined {
  return usbId(/^0x(?<id>[0-9a-f]{4})\b/i.exec(text)?.groups?.['id'] ?? '')
}
