import { copyFileSync, mkdtempDisposableSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { sign } from './sign.ts'
import { isSigned } from './signature-of.ts'

/** A 64-bit PE file; with a signature's place filled, or one that lies. */
function program(signature?: { readonly size: number; readonly type: number }): Buffer {
  const bytes = Buffer.alloc(0x400)
  bytes.write('MZ', 0, 'latin1')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.writeUInt16LE(0x20b, 0x98)
  if (signature === undefined) return bytes
  const table = 0x98 + 112 + 8 * 4
  bytes.writeUInt32LE(0x300, table)
  bytes.writeUInt32LE(signature.size, table + 4)
  bytes.writeUInt16LE(signature.type, 0x306)
  return bytes
}

const signed = program({ size: 0x100, type: 2 })
let folder: ReturnType<typeof mkdtempDisposableSync>
let path: string

beforeEach(() => {
  folder = mkdtempDisposableSync(join(tmpdir(), 'sign-'))
  path = join(folder.path, 'CertUserTool.exe')
  writeFileSync(path, program())
  writeFileSync(join(folder.path, 'signed.exe'), signed)
  vi.stubEnv('SIGN_COMMAND', process.execPath)
})
afterEach(() => {
  vi.unstubAllEnvs()
  folder.remove()
})

function signBy(script: string): Promise<void> {
  vi.stubEnv('SIGN_ARGUMENTS', JSON.stringify(['-e', script, join(folder.path, 'signed.exe')]))
  return sign({ path })
}

it('knows a signature that is there from one that is not', () => {
  const found = [
    signed,
    program(),
    program({ size: 0x101, type: 2 }),
    program({ size: 0x100, type: 1 }),
    signed.subarray(0, 0x90),
  ]
  expect(found.map(isSigned)).toEqual([true, false, false, false, false])
})

it('lets the given program sign the file', async () => {
  await signBy('require("node:fs").copyFileSync(process.argv[1], process.argv[2])')
  expect(isSigned(await readFile(path))).toBe(true)
})

it('refuses a program that fails, and one that says it has signed and has not', async () => {
  await expect(signBy('process.exit(3)')).rejects.toThrow('did not sign')
  await expect(signBy('')).rejects.toThrow('has no signature')
})

it('refuses to go on without a program', async () => {
  vi.stubEnv('SIGN_COMMAND', '')
  copyFileSync(join(folder.path, 'signed.exe'), path)
  await expect(sign({ path })).rejects.toThrow('SIGN_COMMAND')
})
