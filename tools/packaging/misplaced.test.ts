import { mkdirSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { misplaced } from './misplaced.ts'

const addon = 'node_modules/pkcs11js/build/Release/pkcs11.node'
const unpacked = `app.asar.unpacked/${addon}`
const koffi = (platform: string, cpu: string) =>
  `node_modules/@koromix/koffi-${platform}-${cpu}/${platform}_${cpu}/koffi.node`

/** The start of a 64-bit ELF file for a machine. */
function elf(machine: number): Buffer {
  const bytes = Buffer.alloc(64)
  bytes.set([0x7f, 0x45, 0x4c, 0x46, 2, 1])
  bytes.writeUInt16LE(machine, 18)
  return bytes
}

/** The start of a PE file for a machine. */
function pe(machine: number, is32: boolean): Buffer {
  const bytes = Buffer.alloc(256)
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80, 'latin1')
  bytes.writeUInt16LE(machine, 0x84)
  bytes.writeUInt16LE(is32 ? 0x10b : 0x20b, 0x98)
  return bytes
}

async function look(target: Parameters<typeof misplaced>[1], files: Readonly<Record<string, Buffer>>) {
  using folder = mkdtempDisposableSync(join(tmpdir(), 'package-'))
  for (const [name, bytes] of Object.entries(files)) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true })
    writeFileSync(join(folder.path, name), bytes)
  }
  return await misplaced(folder.path, target)
}

const [x64, arm64] = [elf(62), elf(183)]
const [win64, win32] = [pe(0x8664, false), pe(0x14c, true)]
const worker = {
  'node32/node.exe': win32,
  [`node32/${addon}`]: win32,
  [`node32/${koffi('win32', 'ia32')}`]: win32,
}
const [onLinux, onWindows] = [koffi('linux', 'arm64'), koffi('win32', 'x64')].map(
  (path) => `app.asar.unpacked/${path}`,
) as [string, string]

it('finds nothing in a package with its own addon and its own koffi', async () => {
  await expect(look('linux-arm64', { [unpacked]: arm64, [onLinux]: arm64 })).resolves.toEqual([])
  await expect(look('win-x64', { [unpacked]: win64, [onWindows]: win64, ...worker })).resolves.toEqual([])
})

it("tells of another architecture's addon, of another system's, of none, and of what is no program", async () => {
  const found = await Promise.all([
    look('linux-arm64', { [unpacked]: x64 }),
    look('win-x64', { [unpacked]: x64, ...worker }),
    look('linux-x64', {}),
    look('linux-x64', { [unpacked]: Buffer.from('not one') }),
  ])
  expect(found.map(([problem]) => problem)).toEqual([
    `${unpacked} is linux-x64, not linux-arm64`,
    `${unpacked} is linux-x64, not win-x64`,
    `${unpacked} is missing, not linux-x64`,
    `${unpacked} is unknown, not linux-x64`,
  ])
})

it('tells the same of koffi', async () => {
  await expect(look('linux-arm64', { [unpacked]: arm64, [onLinux]: x64 })).resolves.toEqual([
    `${onLinux} is linux-x64, not linux-arm64`,
  ])
  await expect(look('win-x64', { [unpacked]: win64, ...worker })).resolves.toEqual([
    `${onWindows} is missing, not win-x64`,
  ])
})

it('asks for the 32-bit worker on Windows, whole', async () => {
  const own = { [unpacked]: pe(0xaa64, false), [`app.asar.unpacked/${koffi('win32', 'arm64')}`]: pe(0xaa64, false) }
  const found = await look('win-arm64', { ...own, 'node32/node.exe': win64 })
  expect(found).toEqual([
    'node32/node.exe is win-x64, not win-ia32',
    `node32/${addon} is missing, not win-ia32`,
    `node32/${koffi('win32', 'ia32')} is missing, not win-ia32`,
  ])
})
