/**
 * A DLL (PE32) that exports these names, each of which returns at once. makensis only reads the table of exports: a script
 * that calls a plug-in can be compiled with it, and its result must never be run.
 * Layout as in Microsoft's PE format: one section at 0x1000 with the export directory, and `ret` at its end.
 */
export function nsisPlugin(name: string, functions: readonly string[]): Buffer {
  return Buffer.concat([headers(exportTable(name, functions).length), section(exportTable(name, functions))])
}

const sectionAddress = 0x1000
const sectionSize = 0x1000
const codeOffset = 0xff0
const headerSize = 0x200

function section(table: Buffer): Buffer {
  if (table.length > codeOffset) throw new Error('more names than one section holds')
  const content = Buffer.alloc(sectionSize)
  table.copy(content)
  const ret = 0xc3
  content[codeOffset] = ret
  return content
}

function exportTable(name: string, functions: readonly string[]): Buffer {
  const names = functions.toSorted()
  const [addresses, pointers, ordinals] = [40, 40 + names.length * 4, 40 + names.length * 8]
  const table = Buffer.alloc(40 + names.length * 10)
  const strings: Buffer[] = []
  const place = (text: string) => {
    const at = sectionAddress + table.length + Buffer.concat(strings).length
    strings.push(Buffer.from(`${text}\0`, 'latin1'))
    return at
  }
  table.writeUInt32LE(place(`${name}.dll`), 12)
  table.writeUInt32LE(1, 16)
  table.writeUInt32LE(names.length, 20)
  table.writeUInt32LE(names.length, 24)
  for (const [index, offset] of [addresses, pointers, ordinals].entries())
    table.writeUInt32LE(sectionAddress + offset, 28 + index * 4)
  for (const [index, text] of names.entries()) {
    table.writeUInt32LE(sectionAddress + codeOffset, addresses + index * 4)
    table.writeUInt32LE(place(text), pointers + index * 4)
    table.writeUInt16LE(index, ordinals + index * 2)
  }
  return Buffer.concat([table, ...strings])
}

function headers(tableSize: number): Buffer {
  const header = Buffer.alloc(headerSize)
  const [coff, optional] = [0x44, 0x58]
  const sections = optional + 0xe0
  header.write('MZ', 0, 'latin1')
  header.writeUInt32LE(0x40, 0x3c)
  header.write('PE\0\0', 0x40, 'latin1')
  // i386, one section, the size of the optional header, "a 32-bit DLL".
  for (const [offset, value] of [
    [0, 0x14c],
    [2, 1],
    [16, 0xe0],
    [18, 0x2102],
  ] as const)
    header.writeUInt16LE(value, coff + offset)
  const wide = [
    ...([
      [4, sectionSize],
      [20, sectionAddress],
      [28, 0x1000_0000],
      [32, 0x1000],
      [36, headerSize],
    ] as const),
    ...([
      [56, sectionAddress + sectionSize],
      [60, headerSize],
      [92, 16],
      [96, sectionAddress],
      [100, tableSize],
    ] as const),
  ]
  header.writeUInt16LE(0x10b, optional)
  for (const [offset, value] of wide) header.writeUInt32LE(value, optional + offset)
  // Windows 4.0 and its graphical subsystem, as every plug-in says.
  for (const [offset, value] of [
    [40, 6],
    [48, 6],
    [68, 2],
  ] as const)
    header.writeUInt16LE(value, optional + offset)
  header.write('.text', sections, 'latin1')
  const readable = 0x6000_0060
  for (const [index, value] of [sectionSize, sectionAddress, sectionSize, headerSize].entries())
    header.writeUInt32LE(value, sections + 8 + index * 4)
  header.writeUInt32LE(readable, sections + 36)
  return header
}
