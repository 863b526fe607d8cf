import { textAt, type Octets } from './octets.ts'

/** Little-endian, as every CPU is that this program runs on. */
const little = true
const dynamicSymbols = 11

interface Section {
  readonly type: number
  readonly offset: number
  readonly size: number
  readonly link: number
}

/** What an ELF library exports: the symbols of .dynsym that it defines itself (System V ABI, chapter 4). */
export async function readElfExports(octets: Octets): Promise<readonly string[]> {
  const header = await octets.read(0, 64)
  const is64 = header.getUint8(4) === 2
  const sections = await readSections(octets, header, is64)
  const symbols = sections.find(({ type }) => type === dynamicSymbols)
  const names = symbols === undefined ? undefined : sections[symbols.link]
  if (symbols === undefined || names === undefined) return []
  const [table, texts] = await Promise.all([
    octets.read(symbols.offset, symbols.size),
    octets.read(names.offset, names.size),
  ])
  const size = is64 ? 24 : 16
  const places = Array.from({ length: Math.floor(table.byteLength / size) }, (_, index) => index * size)
  const isDefined = (place: number) => table.getUint16(place + (is64 ? 6 : 14), little) !== 0
  return places.filter(isDefined).map((place) => textAt(texts, table.getUint32(place, little)))
}

async function readSections(octets: Octets, header: DataView, is64: boolean): Promise<readonly Section[]> {
  const start = is64 ? Number(header.getBigUint64(40, little)) : header.getUint32(32, little)
  const size = header.getUint16(is64 ? 58 : 46, little)
  const count = header.getUint16(is64 ? 60 : 48, little)
  const table = await octets.read(start, size * count)
  return Array.from({ length: count }, (_, index) => readSection(table, index * size, is64))
}

function readSection(table: DataView, at: number, is64: boolean): Section {
  const word = (at64: number, at32: number) =>
    is64 ? Number(table.getBigUint64(at + at64, little)) : table.getUint32(at + at32, little)
  return {
    type: table.getUint32(at + 4, little),
    offset: word(24, 16),
    size: word(32, 20),
    link: table.getUint32(at + (is64 ? 40 : 24), little),
  }
}
