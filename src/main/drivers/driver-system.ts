import { homedir } from 'node:os'
import { posix, win32, type PlatformPath } from 'node:path'
import { createDiskFiles, type Files } from './files.ts'
import { createWindowsRegistry, type Registry } from './windows-registry.ts'

/** The operating system as far as drivers are looked for on it. */
export interface DriverSystem {
  readonly os: 'windows' | 'linux' | 'macos'
  /** As in `process.platform`, for reading libraries' headers. */
  readonly platform: string
  /** CPUs that there is a worker for, the program's own first. A 32-bit worker on Windows adds `ia32` here. */
  readonly cpus: readonly string[]
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly home: string
  /** Where a library of so many bits is found by its bare name. */
  readonly libraryFolders: Readonly<Record<32 | 64, readonly string[]>>
  /** Where p11-kit keeps one file per module, the one that overrules the others first. */
  readonly p11KitFolders: readonly string[]
  readonly files: Files
  /** Only Windows has one. */
  readonly registry?: Registry | undefined
}

type Surroundings = Pick<DriverSystem, 'platform' | 'environment'> & { readonly cpu: string }

/** The system that this program runs on. */
export function thisSystem(surroundings: Surroundings = usualSurroundings()): DriverSystem {
  const { platform, cpu, environment } = surroundings
  const shared = { platform, cpus: [cpu], environment, home: homedir(), files: createDiskFiles() }
  if (platform === 'win32') {
    const systemRoot = environment['SystemRoot'] ?? 'C:\\Windows'
    return {
      ...{ ...shared, os: 'windows', p11KitFolders: [], registry: createWindowsRegistry(systemRoot) },
      libraryFolders: windowsFolders(systemRoot),
    }
  }
  if (platform === 'darwin') {
    return { ...shared, os: 'macos', p11KitFolders: [], libraryFolders: { 32: [], 64: macosFolders } }
  }
  const folders = linuxFolders(cpu)
  return {
    ...{ ...shared, os: 'linux', libraryFolders: { 32: folders, 64: folders } },
    p11KitFolders: p11KitFolders(shared.home),
  }
}

export function pathsOf({ os }: Pick<DriverSystem, 'os'>): PlatformPath {
  return os === 'windows' ? win32 : posix
}

function usualSurroundings(): Surroundings {
  return { platform: process.platform, cpu: process.arch, environment: process.env }
}

/** As a 64-bit program sees them: System32 holds 64-bit files, whatever its name says. */
export function windowsFolders(systemRoot: string): DriverSystem['libraryFolders'] {
  return { 32: [win32.join(systemRoot, 'SysWOW64')], 64: [win32.join(systemRoot, 'System32')] }
}

const macosFolders = ['/usr/local/lib', '/usr/local/lib/pkcs11', '/opt/homebrew/lib', '/opt/homebrew/lib/pkcs11']

const multiarch = new Map([
  ['x64', 'x86_64-linux-gnu'],
  ['arm64', 'aarch64-linux-gnu'],
  ['loong64', 'loongarch64-linux-gnu'],
])

function linuxFolders(cpu: string): readonly string[] {
  const triplet = multiarch.get(cpu)
  const roots = [...(triplet === undefined ? [] : [`/usr/lib/${triplet}`]), '/usr/lib64', '/usr/lib', '/usr/local/lib']
  return roots.flatMap((root) => [`${root}/pkcs11`, root])
}

/** pkcs11.conf(5): what the user says is read first, then the administrator, then the packages. */
export function p11KitFolders(home: string, root = ''): readonly string[] {
  return [`${home}/.config/pkcs11/modules`, `${root}/etc/pkcs11/modules`, `${root}/usr/share/p11-kit/modules`]
}
