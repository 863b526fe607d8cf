import { textAt, type Octets } from './octets.ts'

const little = true
const symbolTable = 2
const universal = 0xcafe_babe
/** n_type: seen from outside, and no entry for debuggers. */
const [external, debugging] = [0x01, 0xe0]

/** What a Mach-O library exports: the external symbols of LC_SYMTAB that lie in a section of its own (mach-o/nlist.h). */
export async function readMachoExports(octets: Octets): Promise<readonly string[]> {
  const start = await firstImage(octets)
  const header = await octets.read(start, 32)
  const is64 = header.getUint32(0, little) === 0xfeed_facf
  const commands = await octets.read(start + (is64 ? 32 : 28), header.getUint32(20, little))
  const table = findSymbolTable(commands, header.getUint32(16, little))
  if (table === undefined) return []
  const size = is64 ? 16 : 12
  const [symbols, texts] = await Promise.all([
    octets.read(start + table.symbols, table.count * size),
    octets.read(start + table.texts, table.textsSize),
  ])
  const places = Array.from({ length: table.count }, (_, index) => index * size)
  const isExported = (place: number) => {
    const type = symbols.getUint8(place + 4)
    return (type & external) !== 0 && (type & debugging) === 0 && symbols.getUint8(place + 5) !== 0
  }
  return places.filter(isExported).map((place) => textAt(texts, symbols.getUint32(place, little)))
}

/** All halves of a universal library are built from one source: the first tells. */
async function firstImage(octets: Octets): Promise<number> {
  const start = await octets.read(0, 20)
  return start.getUint32(0) === universal ? start.getUint32(16) : 0
}

function findSymbolTable(commands: DataView, count: number) {
  for (let at = 0, seen = 0; seen < count; seen += 1) {
    const field = (index: number) => commands.getUint32(at + index * 4, little)
    if (field(0) === symbolTable) return { symbols: field(2), count: field(3), texts: field(4), textsSize: field(5) }
    if (field(1) === 0) return undefined
    at += field(1)
  }
  return undefined
}
