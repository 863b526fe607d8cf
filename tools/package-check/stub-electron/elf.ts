import type { Arch } from '../target.ts'

const machines = { x64: 62, arm64: 183 } as const

/** The header of a 64-bit shared library, and nothing behind it. */
export function elfHeader(arch: Arch): Buffer {
  const file = Buffer.alloc(64)
  file.write('\x7fELF\x02\x01\x01', 'latin1')
  const sharedLibrary = 3
  file.writeUInt16LE(sharedLibrary, 16)
  file.writeUInt16LE(machines[arch], 18)
  return file
}
