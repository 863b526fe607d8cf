import { textAt, type Octets } from './octets.ts'

const little = true
const sectionSize = 40

/** What a DLL exports by name: its export directory (Microsoft's PE format, «The .edata Section»). */
export async function readPeExports(octets: Octets): Promise<readonly string[]> {
  const signature = (await octets.read(0, 64)).getUint32(0x3c, little)
  const header = await octets.read(signature, 24)
  const optional = await octets.read(signature + 24, header.getUint16(20, little))
  // The directories stand behind the fields whose width depends on the bits.
  const directories = optional.getUint16(0, little) === 0x20b ? 112 : 96
  const place = optional.getUint32(directories, little)
  const size = optional.getUint32(directories + 4, little)
  if (place === 0) return []
  const sections = await octets.read(signature + 24 + optional.byteLength, header.getUint16(6, little) * sectionSize)
  const directory = await octets.read(fileOffset(sections, place), size)
  const names = directory.getUint32(32, little) - place
  const count = Math.min(directory.getUint32(24, little), Math.floor(size / 4))
  const pointers = Array.from({ length: count }, (_, index) => directory.getUint32(names + index * 4, little) - place)
  return pointers.filter((pointer) => pointer >= 0 && pointer < size).map((pointer) => textAt(directory, pointer))
}

/** Where in the file lies what is loaded at this place. @throws RangeError where no section holds it */
function fileOffset(sections: DataView, place: number): number {
  for (let at = 0; at + sectionSize <= sections.byteLength; at += sectionSize) {
    const start = sections.getUint32(at + 12, little)
    const size = Math.max(sections.getUint32(at + 8, little), sections.getUint32(at + 16, little))
    if (place >= start && place < start + size) return place - start + sections.getUint32(at + 20, little)
  }
  throw new RangeError('no section')
}
