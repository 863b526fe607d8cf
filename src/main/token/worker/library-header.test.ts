import { closeSync, openSync, readSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { fitsProcess, readLibraryHeaders } from './library-header.ts'

function pe(machine: number, magic: number): Uint8Array {
  const bytes = Buffer.alloc(256)
  bytes.write('MZ')
  bytes.writeUInt32LE(0x80, 0x3c)
  bytes.write('PE\0\0', 0x80)
  bytes.writeUInt16LE(machine, 0x84)
  bytes.writeUInt16LE(magic, 0x98)
  return bytes
}

describe('readLibraryHeaders', () => {
  it('reads the program that runs this test', () => {
    const bytes = new Uint8Array(4096)
    const file = openSync(process.execPath, 'r')
    readSync(file, bytes)
    closeSync(file)
    const headers = readLibraryHeaders(bytes)
    expect(headers).toMatchObject([{ bits: 64, cpu: process.arch }])
    expect(fitsProcess(headers, process.platform, process.arch)).toBe(true)
  })

  it('reads Windows libraries', () => {
    expect(readLibraryHeaders(pe(0x14c, 0x10b))).toEqual([{ format: 'pe', bits: 32, cpu: 'ia32' }])
    expect(readLibraryHeaders(pe(0x8664, 0x20b))).toEqual([{ format: 'pe', bits: 64, cpu: 'x64' }])
  })

  it('reads both halves of a universal macOS library', () => {
    const bytes = Buffer.alloc(48)
    bytes.writeUInt32BE(0xcafebabe, 0)
    bytes.writeUInt32BE(2, 4)
    bytes.writeUInt32BE(0x01000007, 8)
    bytes.writeUInt32BE(0x0100000c, 28)
    const headers = readLibraryHeaders(bytes)
    expect(headers).toEqual([
      { format: 'mach-o', bits: 64, cpu: 'x64' },
      { format: 'mach-o', bits: 64, cpu: 'arm64' },
    ])
    expect(fitsProcess(headers, 'darwin', 'arm64')).toBe(true)
    expect(fitsProcess(headers, 'linux', 'arm64')).toBe(false)
  })

  it('does not take a library of the x32 ABI for one of 64 bits', () => {
    const headers = [{ format: 'elf', bits: 32, cpu: 'x64' }] as const
    expect(fitsProcess(headers, 'linux', 'x64')).toBe(false)
  })

  it('takes nothing else for a library, however short', () => {
    for (const bytes of ['', '\x7fELF', 'MZ', '#!/bin/sh', '\xca\xfe\xba\xbe\0\0\0\x41']) {
      expect(readLibraryHeaders(Buffer.from(bytes, 'latin1'))).toEqual([])
    }
    expect(readLibraryHeaders(pe(0x8664, 0x20b).subarray(0, 0x84))).toEqual([])
  })

  it('gives a CPU without a name its number', () => {
    expect(readLibraryHeaders(pe(0x9041, 0x20b))).toMatchObject([{ cpu: String(0x9041) }])
  })
})
