/** For tests: a computer that is described, not used. */
import { posix, win32 } from 'node:path'
import { windowsFolders, type DriverSystem } from '../driver-system.ts'
import type { FileLook, Files } from '../files.ts'
import { parseRegistry, type Registry } from '../windows-registry.ts'

/** Paths with the octets that the files begin with. Windows tells no cases apart, other systems do. */
export type FakeFiles = Readonly<Record<string, Uint8Array | string>>

export function windowsSystem(
  content: FakeFiles,
  registry: Registry = { textsBelow: () => Promise.resolve([]) },
): DriverSystem {
  return {
    os: 'windows',
    platform: 'win32',
    cpus: ['x64'],
    environment: {
      SystemRoot: String.raw`C:\Windows`,
      ProgramFiles: String.raw`C:\Program Files`,
      'ProgramFiles(x86)': String.raw`C:\Program Files (x86)`,
    },
    home: String.raw`C:\Users\用户`,
    libraryFolders: windowsFolders(String.raw`C:\Windows`),
    p11KitFolders: [],
    files: fakeFiles(content, win32.dirname, (path) => path.toLowerCase()),
    registry,
  }
}

export function linuxSystem(content: FakeFiles, changes: Partial<DriverSystem> = {}): DriverSystem {
  const folders = ['/usr/lib/pkcs11', '/usr/lib']
  return {
    os: 'linux',
    platform: 'linux',
    cpus: ['x64'],
    environment: {},
    home: '/home/user',
    libraryFolders: { 32: folders, 64: folders },
    p11KitFolders: [],
    files: fakeFiles(content, posix.dirname, (path) => path),
    ...changes,
  }
}

/** The beginning of a library: enough for its header to be read. */
export function library(format: 'elf' | 'pe', bits: 32 | 64): Uint8Array {
  const bytes = Buffer.alloc(512)
  if (format === 'elf') {
    bytes.write('\x7fELF', 'latin1')
    bytes.writeUInt8(bits === 64 ? 2 : 1, 4)
    bytes.writeUInt8(1, 5)
    bytes.writeUInt16LE(bits === 64 ? 62 : 3, 18)
    return bytes
  }
  bytes.write('MZ')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80)
  bytes.writeUInt16LE(bits === 64 ? 0x8664 : 0x14c, 0x84)
  bytes.writeUInt16LE(bits === 64 ? 0x20b : 0x10b, 0x98)
  return bytes
}

/** What `reg query` prints, by view and key. */
export function recordedRegistry(recorded: Readonly<Record<string, string>>): Registry {
  return { textsBelow: (key, view) => Promise.resolve(parseRegistry(recorded[`${view} ${key}`] ?? '')) }
}

function fakeFiles(content: FakeFiles, dirname: (path: string) => string, fold: (path: string) => string): Files {
  const files = new Map(Object.entries(content).map(([path, value]) => [fold(path), { path, value }]))
  return {
    realPath: (path) => Promise.resolve(files.get(fold(path))?.path),
    list: (folder) =>
      Promise.resolve([...files.values()].flatMap(({ path }) => childOf(folder, path, { dirname, fold }))),
    readText: (path) => Promise.resolve(textOf(files.get(fold(path))?.value)),
    look: (path) => Promise.resolve(lookOf(files.get(fold(path))?.value)),
    readAt: (path, position, length) =>
      Promise.resolve(Buffer.from(files.get(fold(path))?.value ?? '').subarray(position, position + length)),
  }
}

interface PathRules {
  readonly dirname: (path: string) => string
  readonly fold: (path: string) => string
}

/** The name of the file or folder on the way to this path that lies directly in the folder. */
function childOf(folder: string, path: string, { dirname, fold }: PathRules): readonly string[] {
  for (let place = path; dirname(place) !== place; place = dirname(place)) {
    if (fold(dirname(place)) === fold(folder)) return [place.slice(dirname(place).length).replace(/^[\\/]/, '')]
  }
  return []
}

function textOf(value: Uint8Array | string | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function lookOf(value: Uint8Array | string | undefined): FileLook {
  if (value === undefined) return { kind: 'missing' }
  const start = Buffer.from(value)
  return { kind: 'file', start, size: start.length, modifiedMs: 1 }
}
