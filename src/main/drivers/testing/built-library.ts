/** For tests: the least of a library that says what it exports; its code is missing. */

/** What it defines itself, and what it only uses of others. */
interface Symbols {
  readonly exports: readonly string[]
  readonly uses?: readonly string[]
}

/** Names one after the other, each with its NUL, and where each begins. */
function texts(names: readonly string[], start = 0) {
  const octets = Buffer.from(['', ...names].join('\0') + '\0', 'latin1')
  const places = names.map((_name, index) => start + ['', ...names].slice(0, index + 1).join('\0').length + 1)
  return { octets, places }
}

/** ELF for x64, or for 32-bit x86: header, .dynsym, .dynstr, section headers. */
export function elfLibrary({ exports, uses = [] }: Symbols, bits: 32 | 64 = 64): Buffer {
  const is64 = bits === 64
  const { octets, places } = texts([...exports, ...uses])
  const size = is64 ? 24 : 16
  const symbols = Buffer.alloc(size * (places.length + 1))
  for (const [index, place] of places.entries()) {
    symbols.writeUInt32LE(place, size * (index + 1))
    symbols.writeUInt16LE(index < exports.length ? 7 : 0, size * (index + 1) + (is64 ? 6 : 14))
  }
  const header = Buffer.alloc(64)
  header.write('\x7fELF', 'latin1')
  header.set([is64 ? 2 : 1, 1], 4)
  header.writeUInt16LE(is64 ? 62 : 3, 18)
  const table = header.length + symbols.length + octets.length
  if (is64) header.writeBigUInt64LE(BigInt(table), 40)
  else header.writeUInt32LE(table, 32)
  header.writeUInt16LE(is64 ? 64 : 40, is64 ? 58 : 46)
  header.writeUInt16LE(3, is64 ? 60 : 48)
  const section = (type: number, offset: number, length: number, link: number) => {
    const entry = Buffer.alloc(is64 ? 64 : 40)
    entry.writeUInt32LE(type, 4)
    if (is64) entry.writeBigUInt64LE(BigInt(offset), 24)
    if (is64) entry.writeBigUInt64LE(BigInt(length), 32)
    if (!is64) entry.writeUInt32LE(offset, 16)
    if (!is64) entry.writeUInt32LE(length, 20)
    entry.writeUInt32LE(link, is64 ? 40 : 24)
    return entry
  }
  const sections = [
    section(0, 0, 0, 0),
    section(11, header.length, symbols.length, 2),
    section(3, header.length + symbols.length, octets.length, 0),
  ]
  return Buffer.concat([header, symbols, octets, ...sections])
}

/** A DLL whose only section is its export directory. */
export function peLibrary({ exports }: Symbols, bits: 32 | 64 = 64): Buffer {
  const [place, file] = [0x3000, 0x400]
  const names = 40 + exports.length * 4
  const { octets, places } = texts(exports, names)
  const directory = Buffer.alloc(names)
  directory.writeUInt32LE(exports.length, 24)
  directory.writeUInt32LE(place + 40, 32)
  for (const [index, name] of places.entries()) directory.writeUInt32LE(place + name, 40 + index * 4)
  const size = directory.length + octets.length
  const header = Buffer.alloc(file)
  header.write('MZ')
  header.writeUInt32LE(0x80, 0x3c)
  header.write('PE\0\0', 0x80)
  header.writeUInt16LE(bits === 64 ? 0x8664 : 0x14c, 0x84)
  header.writeUInt16LE(1, 0x86)
  header.writeUInt16LE(240, 0x94)
  header.writeUInt16LE(bits === 64 ? 0x20b : 0x10b, 0x98)
  header.writeUInt32LE(place, 0x98 + (bits === 64 ? 112 : 96))
  header.writeUInt32LE(size, 0x98 + (bits === 64 ? 116 : 100))
  for (const [index, value] of [size, place, size, file].entries()) {
    header.writeUInt32LE(value, 0x98 + 240 + 8 + index * 4)
  }
  return Buffer.concat([header, directory, octets])
}

/** A library for macOS, alone or as the first half of a universal one. */
export function machoLibrary({ exports, uses = [] }: Symbols, isUniversal = false): Buffer {
  const { octets, places } = texts([...exports, ...uses].map((name) => `_${name}`))
  const symbols = Buffer.alloc(16 * places.length)
  for (const [index, place] of places.entries()) {
    symbols.writeUInt32LE(place, index * 16)
    symbols.set([0x01 | (index < exports.length ? 0x0e : 0), index < exports.length ? 1 : 0], index * 16 + 4)
  }
  const commands = Buffer.alloc(16 + 24)
  commands.writeUInt32LE(0x1b, 0)
  commands.writeUInt32LE(16, 4)
  const start = 32 + commands.length
  for (const [index, value] of [2, 24, start, places.length, start + symbols.length, octets.length].entries()) {
    commands.writeUInt32LE(value, 16 + index * 4)
  }
  const header = Buffer.alloc(32)
  for (const [index, value] of [0xfeed_facf, 0x0100_0007, 3, 6, 2, commands.length].entries()) {
    header.writeUInt32LE(value, index * 4)
  }
  const image = Buffer.concat([header, commands, symbols, octets])
  if (!isUniversal) return image
  const universal = Buffer.alloc(64)
  for (const [index, value] of [0xcafe_babe, 1, 0x0100_0007, 3, 64, image.length].entries()) {
    universal.writeUInt32BE(value, index * 4)
  }
  return Buffer.concat([universal, image])
}
