import { resourceEditor } from '../builder-parts.ts'
import type { Arch } from '../target.ts'
import { commonFiles, localeFiles } from './common-files.ts'
import { fuseWire } from './fuse-wire.ts'
import type { ZipEntry } from './zip.ts'

const english = 1033
const manifestType = 24
const manifest =
  '<assembly xmlns="urn:schemas-microsoft-com:asm.v1" manifestVersion="1.0">' +
  '<trustInfo xmlns="urn:schemas-microsoft-com:asm.v3"><security><requestedPrivileges>' +
  '<requestedExecutionLevel level="asInvoker" uiAccess="false"/>' +
  '</requestedPrivileges></security></trustInfo></assembly>'

export async function windowsElectron(version: string, arch: Arch): Promise<readonly ZipEntry[]> {
  const executable = Buffer.concat([await windowsExecutable(version, arch), fuseWire()])
  return [...commonFiles(version), ...localeFiles(), { path: 'electron.exe', content: executable }]
}

const machines = { x64: 0x8664, arm64: 0xaa64, ia32: 0x14c } as const

/** A PE file without code. electron-builder renames it in its one language and wants a manifest to be there. */
export async function windowsExecutable(version: string, cpu: keyof typeof machines): Promise<Buffer> {
  const { NtExecutable, NtExecutableResource, Resource } = await resourceEditor()
  const executable = NtExecutable.createEmpty(cpu === 'ia32', false)
  const resources = NtExecutableResource.from(executable)
  const about = Resource.VersionInfo.createEmpty()
  about.setFileVersion(version, english)
  about.setProductVersion(version, english)
  about.setStringValues(
    { lang: english, codepage: 1200 },
    { ProductName: 'Electron', FileDescription: 'Electron', OriginalFilename: 'electron.exe' },
  )
  about.outputToResourceEntries(resources.entries)
  const bin = new Uint8Array(Buffer.from(manifest)).buffer
  resources.entries.push({ type: manifestType, id: 1, lang: english, codepage: 1200, bin })
  resources.outputResource(executable)
  const file = Buffer.from(executable.generate())
  file.writeUInt16LE(machines[cpu], file.readUInt32LE(0x3c) + 4)
  return file
}
