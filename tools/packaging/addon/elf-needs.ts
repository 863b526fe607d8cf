/** Versions a shared library asks for, by family: `GLIBC` → `2.14`. The highest of each. */
export type NeededVersions = ReadonlyMap<string, string>

interface Section {
  readonly type: number
  readonly offset: number
  readonly link: number
  readonly entries: number
}

const versionNeeds = 0x6fff_fffe

/**
 * Reads which symbol versions a 64-bit little-endian ELF file needs (its section `.gnu.version_r`; Linux Standard Base
 * Core 5.0, 10.7). @throws RangeError where the file is shorter than it says
 */
export function readNeededVersions(bytes: Uint8Array): NeededVersions {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const sections = readSections(view)
  const needs = sections.find(({ type }) => type === versionNeeds)
  const strings = needs && sections[needs.link]
  if (needs === undefined || strings === undefined) return new Map()
  return highest([...readNames(view, needs, strings.offset)])
}

function readSections(view: DataView): readonly Section[] {
  const start = Number(view.getBigUint64(0x28, true))
  const size = view.getUint16(0x3a, true)
  return Array.from({ length: view.getUint16(0x3c, true) }, (_, index) => {
    const at = start + index * size
    return {
      type: view.getUint32(at + 4, true),
      offset: Number(view.getBigUint64(at + 24, true)),
      link: view.getUint32(at + 40, true),
      entries: view.getUint32(at + 44, true),
    }
  })
}

/** One record per library (Elfxx_Verneed), each with a list of versions (Elfxx_Vernaux). */
function* readNames(view: DataView, needs: Section, strings: number): Generator<string> {
  let library = needs.offset
  for (let left = needs.entries; left > 0; left -= 1) {
    let version = library + view.getUint32(library + 8, true)
    for (let versions = view.getUint16(library + 2, true); versions > 0; versions -= 1) {
      yield readText(view, strings + view.getUint32(version + 8, true))
      version += view.getUint32(version + 12, true)
    }
    library += view.getUint32(library + 12, true)
  }
}

function readText(view: DataView, start: number): string {
  let end = start
  while (view.getUint8(end) !== 0) end += 1
  return new TextDecoder().decode(new Uint8Array(view.buffer, view.byteOffset + start, end - start))
}

function highest(names: readonly string[]): NeededVersions {
  const found = new Map<string, string>()
  for (const name of names) {
    const [family = '', version = ''] = name.split('_')
    if (isAbove(version, found.get(family) ?? '0')) found.set(family, version)
  }
  return found
}

/** Is version `a` newer than `b`? Numbers with dots between them; a missing one counts as 0. */
export function isAbove(a: string, b: string): boolean {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number)) as [number[], number[]]
  for (let place = 0; place < Math.max(left.length, right.length); place += 1) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0)
    if (difference !== 0) return difference > 0
  }
  return false
}
