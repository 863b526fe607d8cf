import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** For tests: a folder like /sys/bus/usb/devices, and one like /dev. */
export interface UsbTree {
  readonly usb: string
  readonly dev: string
  /** Writes a file below `usb`. */
  readonly put: (path: string, text: string) => void
  /** Creates a device node (an ordinary file) and answers with its path. */
  readonly node: (path: string) => string
  readonly remove: () => void
}

export interface TreeDevice {
  readonly ids: readonly [vendor: string, product: string]
  readonly fields?: Readonly<Record<string, string>>
  /** bInterfaceClass of each interface. */
  readonly interfaces?: readonly string[]
}

export function createUsbTree(devices: Readonly<Record<string, TreeDevice>> = {}): UsbTree {
  const root = mkdtempSync(join(tmpdir(), 'usb-tree-'))
  const write = (path: string, text: string): string => {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    return path
  }
  const tree: UsbTree = {
    usb: join(root, 'sys'),
    dev: join(root, 'dev'),
    put: (path, text) => void write(join(root, 'sys', path), text),
    node: (path) => write(join(root, 'dev', path), ''),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
  mkdirSync(tree.usb, { recursive: true })
  for (const [place, device] of Object.entries(devices)) plug(tree, place, device)
  return tree
}

/** In sysfs an interface is seen twice: beside its device, and below it. */
function plug({ put }: UsbTree, place: string, { ids, fields = {}, interfaces = [] }: TreeDevice): void {
  const [idVendor, idProduct] = ids
  const all = { idVendor, idProduct, bDeviceClass: '00', ...fields }
  for (const [name, value] of Object.entries(all)) put(join(place, name), `${value}\n`)
  for (const [index, usbClass] of interfaces.entries()) {
    const name = `${place}:1.${index}`
    put(join(name, 'bInterfaceClass'), `${usbClass}\n`)
    put(join(place, name, 'bInterfaceClass'), `${usbClass}\n`)
  }
}
