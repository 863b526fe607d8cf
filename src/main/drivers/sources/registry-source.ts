import { win32 } from 'node:path'
import type { Candidate, CandidateSource } from '../candidate.ts'
import type { DriverTable, UsbId } from '../driver-table.ts'
import type { DriverSystem } from '../driver-system.ts'
import { expandPath } from '../expand-path.ts'
import type { RegistryValue } from '../windows-registry.ts'

const views = [64, 32] as const
const devices = String.raw`HKLM\SOFTWARE\NETCA\PKI\Devices`
const providers = String.raw`HKLM\SOFTWARE\Microsoft\Cryptography\Defaults\Provider`
const bjca = String.raw`HKLM\SOFTWARE\BJCA`

/**
 * What installers have left in the registry, in both views: NETCA's list of devices (`dllpath`, `SkfDllPath`, `idstring`),
 * `SKFImagePath` of a cryptographic provider, and BJCA's own folder. A bare name is a file of the system's folder of that
 * view. Written from sources, with recorded output in its tests; not verified on a computer that has these products.
 */
export const registrySource: CandidateSource = async (table, system) => {
  const { registry } = system
  if (registry === undefined) return []
  const found = await Promise.all(
    views.map(async (view) => {
      const [ofDevices, ofProviders, ofBjca] = await Promise.all(
        [devices, providers, bjca].map((key) => registry.textsBelow(key, view)),
      )
      const named = [
        ...(ofDevices ?? []).flatMap(deviceLibrary(ofDevices ?? [])),
        ...(ofProviders ?? []).flatMap(skfImage),
      ]
      const placed = await Promise.all(named.map((candidate) => place(candidate, view, system)))
      return [...placed.flat(), ...bjcaFolder(ofBjca ?? [], table)]
    }),
  )
  return found.flat()
}

type Named = Omit<Candidate, 'origin'>

function deviceLibrary(all: readonly RegistryValue[]): (value: RegistryValue) => readonly Named[] {
  return ({ key, name, value }) => {
    const interfaces = { dllpath: 'pkcs11', skfdllpath: 'skf' } as const
    const lowerName = name.toLowerCase()
    if (value === '' || !isKeyOf(lowerName, interfaces)) return []
    const ids = all.find((other) => other.key === key && other.name.toLowerCase() === 'idstring')?.value ?? ''
    return [{ path: value, interface: interfaces[lowerName], usb: usbIds(ids) }]
  }
}

function isKeyOf<T extends object>(name: string, record: T): name is keyof T & string {
  return Object.hasOwn(record, name)
}

function skfImage({ name, value }: RegistryValue): readonly Named[] {
  return name.toLowerCase() === 'skfimagepath' && value !== '' ? [{ path: value, interface: 'skf' }] : []
}

/** Its driver folder is not below a fixed place: what the table knows by name is looked for there. */
function bjcaFolder(values: readonly RegistryValue[], { drivers }: DriverTable): readonly Candidate[] {
  const folders = values.filter(({ name }) => name.toLowerCase() === 'installpath').map(({ value }) => value)
  return folders.flatMap((folder) =>
    drivers.flatMap(({ usb, modules }) =>
      modules
        .filter(({ os, path }) => os === 'windows' && !path.includes('\\'))
        .map((module) => ({
          path: win32.join(folder, 'Driver', module.bits === 64 ? 'x64' : 'x86', module.path),
          ...{ origin: 'registry' as const, interface: module.interface, usb },
        })),
    ),
  )
}

/** Vendor and product however they are written together: `VID_096E&PID_0309`, `096e:0309`. */
function usbIds(text: string): readonly UsbId[] {
  const written = text.matchAll(/(?:vid_)?([0-9a-f]{4})(?:&pid_|[:/])([0-9a-f]{4})/gi)
  return [...written].map(([, vendorId = '', productId = '']) => ({
    vendorId: vendorId.toLowerCase(),
    productId: productId.toLowerCase(),
  }))
}

async function place(candidate: Named, view: 32 | 64, system: DriverSystem): Promise<readonly Candidate[]> {
  const isBareName = !/[\\/]/.test(candidate.path)
  const places = isBareName
    ? system.libraryFolders[view].map((folder) => win32.join(folder, candidate.path))
    : await expandPath(candidate.path, system)
  return places.map((path) => ({ ...candidate, path, origin: 'registry' as const }))
}
