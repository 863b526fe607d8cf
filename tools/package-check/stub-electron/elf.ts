import type { Arch } from '../target.ts'

const machines = { x64: 62, arm64: 183 } as const
const headerBytes = 64

/** The header of a 64-bit shared library, and nothing behind it. */
export function elfHeader(arch: Arch): Buffer {
  const file = Buffer.alloc(headerBytes)
  file.write('\x7fELF\x02\x01\x01', 'latin1')
  const sharedLibrary = 3
  file.writeUInt16LE(sharedLibrary, 16)
  file.writeUInt16LE(machines[arch], 18)
  return file
}

/** A shared library that asks for a version of a library's symbols (`GLIBC_2.34`), and for nothing else. */
export function elfNeeding(arch: Arch, version: string): Buffer {
  const sectionBytes = 64
  const needsAt = headerBytes + 2 * sectionBytes
  const stringsAt = needsAt + 32
  const header = elfHeader(arch)
  header.writeBigUInt64LE(BigInt(headerBytes), 0x28)
  header.writeUInt16LE(sectionBytes, 0x3a)
  header.writeUInt16LE(2, 0x3c)
  const [needs, strings] = [Buffer.alloc(sectionBytes), Buffer.alloc(sectionBytes)]
  needs.writeUInt32LE(0x6fff_fffe, 4)
  needs.writeBigUInt64LE(BigInt(needsAt), 24)
  needs.writeUInt32LE(1, 40)
  needs.writeUInt32LE(1, 44)
  strings.writeBigUInt64LE(BigInt(stringsAt), 24)
  // Elfxx_Verneed with one Elfxx_Vernaux behind it (Linux Standard Base Core 5.0, 10.7).
  const record = Buffer.alloc(32)
  record.writeUInt16LE(1, 2)
  record.writeUInt32LE(16, 8)
  return Buffer.concat([header, needs, strings, record, Buffer.from(`${version}\0`, 'latin1')])
}
