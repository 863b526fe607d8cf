/** What a shared library was built for. CPU names are those of `process.arch`; one we have no name for is a number. */
export interface LibraryHeader {
  readonly format: 'elf' | 'pe' | 'mach-o'
  readonly bits: 32 | 64
  readonly cpu: string
}

const elfMachines = new Map([
  [3, 'ia32'],
  [8, 'mips'],
  [40, 'arm'],
  [62, 'x64'],
  [183, 'arm64'],
  [243, 'riscv64'],
  [258, 'loong64'],
])
const peMachines = new Map([
  [0x14c, 'ia32'],
  [0x1c4, 'arm'],
  [0x8664, 'x64'],
  [0xaa64, 'arm64'],
])
const machoCpus = new Map([
  [0x7, 'ia32'],
  [0x0100_0007, 'x64'],
  [0x0100_000c, 'arm64'],
])

const formats = { linux: 'elf', win32: 'pe', darwin: 'mach-o' } as const

/**
 * Reads the header of an ELF, PE or Mach-O file from its first bytes (4 KiB are plenty). A universal Mach-O file holds
 * several; nothing recognised gives an empty list.
 */
export function readLibraryHeaders(bytes: Uint8Array): readonly LibraryHeader[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    const magic = view.getUint32(0)
    if (magic === 0x7f45_4c46) return [readElf(view)]
    if (magic >>> 16 === 0x4d5a) return readPe(view)
    if (magic === 0xcffa_edfe || magic === 0xcefa_edfe) return [readMacho(view.getUint32(4, true))]
    if (magic === 0xcafe_babe) return readUniversalMacho(view)
    return []
  } catch (thrown) {
    // Shorter than its own header says.
    if (thrown instanceof RangeError) return []
    throw thrown
  }
}

/** Can a process for this CPU load one of these? A 32-bit library for a 64-bit CPU (the x32 ABI) is none for it. */
export function fitsProcess(headers: readonly LibraryHeader[], platform: string, cpu: string): boolean {
  const fits = ({ bits }: LibraryHeader) => bits === 64 || !cpu.endsWith('64')
  return headers.some((header) => isForSystem(header, platform) && header.cpu === cpu && fits(header))
}

export function isForSystem({ format }: LibraryHeader, platform: string): boolean {
  return format === (platform in formats ? formats[platform as keyof typeof formats] : 'elf')
}

function readElf(view: DataView): LibraryHeader {
  const isLittleEndian = view.getUint8(5) === 1
  const machine = view.getUint16(18, isLittleEndian)
  return { format: 'elf', bits: view.getUint8(4) === 2 ? 64 : 32, cpu: elfMachines.get(machine) ?? String(machine) }
}

function readPe(view: DataView): readonly LibraryHeader[] {
  const start = view.getUint32(0x3c, true)
  if (view.getUint32(start) !== 0x5045_0000) return []
  const machine = view.getUint16(start + 4, true)
  const optionalHeaderMagic = view.getUint16(start + 24, true)
  return [
    { format: 'pe', bits: optionalHeaderMagic === 0x20b ? 64 : 32, cpu: peMachines.get(machine) ?? String(machine) },
  ]
}

function readMacho(cpuType: number): LibraryHeader {
  return {
    format: 'mach-o',
    bits: (cpuType & 0x0100_0000) === 0 ? 32 : 64,
    cpu: machoCpus.get(cpuType) ?? String(cpuType),
  }
}

function readUniversalMacho(view: DataView): readonly LibraryHeader[] {
  const count = view.getUint32(4)
  // A Java class file has the same magic number; what follows it is a version above 40.
  if (count > 20) return []
  return Array.from({ length: count }, (_, index) => readMacho(view.getUint32(8 + index * 20)))
}
