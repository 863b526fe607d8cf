import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { withHelper32 } from './helper-32.ts'
import type { WorkerHandle } from './worker-handle.ts'

const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'helper-32-'))
  folders.push(path)
  return path
}

/** Resources as packaging leaves them, with or without the helper. */
function resources(files: readonly string[]): string {
  const root = folder()
  mkdirSync(join(root, 'node32'))
  for (const file of files) writeFileSync(join(root, 'node32', file), '')
  return root
}

/** The header of a DLL: DOS stub, PE signature, machine, optional header's magic. */
function dll(machine: number): string {
  const bytes = Buffer.alloc(512)
  bytes.write('MZ')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80)
  bytes.writeUInt16LE(machine, 0x84)
  bytes.writeUInt16LE(machine === 0x14c ? 0x10b : 0x20b, 0x98)
  const path = join(folder(), 'key.dll')
  writeFileSync(path, bytes)
  return path
}

const [of32, of64] = [0x14c, 0x8664]
const shipped = ['node.exe', 'token-worker.js']
// Only whether it was asked is looked at.
const spawn = () => ({}) as WorkerHandle

it('a 32-bit DLL that speaks SKF goes to the helper of that interface, where it is shipped', () => {
  const both = withHelper32(spawn, resources([...shipped, 'skf-worker.js']), 'win32')
  expect([both.chooseWorker(dll(of32), 'skf'), both.chooseWorker(dll(of64), 'skf')]).toEqual(['skf-32', 'skf'])
  expect(both.chooseWorker(dll(of32), 'pkcs11')).toBe('pkcs11-32')
  const one = withHelper32(spawn, resources(shipped), 'win32')
  expect(one.chooseWorker(dll(of32), 'skf')).toBe('skf')
  const other = withHelper32(spawn, resources(['node.exe', 'skf-worker.js']), 'win32')
  expect([other.chooseWorker(dll(of32)), other.chooseWorker(dll(of32), 'skf')]).toEqual(['pkcs11', 'skf-32'])
  expect(other.moreCpus).toEqual(['ia32'])
})

it('a 32-bit DLL goes to the helper that is shipped, and nothing else does', () => {
  const { chooseWorker, moreCpus } = withHelper32(spawn, resources(shipped), 'win32')
  expect(chooseWorker(dll(of32))).toBe('pkcs11-32')
  expect(moreCpus).toEqual(['ia32'])
  expect(chooseWorker(dll(of64))).toBe('pkcs11')
  expect(chooseWorker('soft-token:/a')).toBe('soft')
  expect(chooseWorker('/nowhere/key.dll')).toBe('pkcs11')
  expect(chooseWorker(folder())).toBe('pkcs11')
})

it.each<readonly [string, readonly string[], NodeJS.Platform]>([
  ['nothing of it is shipped', [], 'win32'],
  ['its Node is missing', ['token-worker.js'], 'win32'],
  ['its worker is missing', ['node.exe'], 'win32'],
  ['this is not Windows', shipped, 'linux'],
])('there is no helper where %s: the usual worker says what is wrong', (_, files, platform) => {
  const { chooseWorker, spawnWorker, moreCpus } = withHelper32(spawn, resources(files), platform)
  expect(chooseWorker(dll(of32))).toBe('pkcs11')
  expect(moreCpus).toEqual([])
  expect(spawnWorker('pkcs11')).toEqual({})
})
