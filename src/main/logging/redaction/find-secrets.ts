import { toLowerCase, type Spelling } from './spellings.ts'

/** In octets of UTF-8. */
export interface Range {
  readonly start: number
  readonly end: number
}

/**
 * Where the text shows one of these spellings, or is cut off within one. A secret that is split over two lines has at
 * least its half in one of them: so a line must neither end with the first half of it nor begin with the second. What
 * is found is apart and in order.
 */
export function findSecrets(text: string, spellings: readonly Spelling[]): readonly Range[] {
  const line = toLowerCase(Buffer.from(text, 'utf8'))
  const found: Range[] = []
  for (const { octets, isEncoded } of spellings) {
    for (const ranges of [whole(line, octets), cutOff(line, octets)]) {
      for (const range of ranges) found.push(isEncoded ? widened(line, range) : range)
    }
  }
  line.fill(0)
  return merged(found)
}

const none: readonly Range[] = []

function whole(line: Buffer, octets: Buffer): readonly Range[] {
  if (!line.includes(octets)) return none
  const ranges: Range[] = []
  for (let at = line.indexOf(octets); at !== -1; at = line.indexOf(octets, at + 1)) {
    ranges.push({ start: at, end: at + octets.length })
  }
  return ranges
}

/** The longest part, from the half on, that the line ends or begins with. */
function cutOff(line: Buffer, octets: Buffer): readonly Range[] {
  const half = Math.ceil(octets.length / 2)
  const longest = Math.min(octets.length - 1, line.length)
  if (longest < half) return none
  const atEnd = overlap(line, octets, { longest, half })
  const atStart = overlap(octets, line, { longest, half })
  if (atEnd === 0 && atStart === 0) return none
  return [
    ...(atEnd === 0 ? [] : [{ start: line.length - atEnd, end: line.length }]),
    ...(atStart === 0 ? [] : [{ start: 0, end: atStart }]),
  ]
}

/** How many octets one ends with that the other begins with; 0 where it is less than the half. */
function overlap(one: Buffer, other: Buffer, { longest, half }: { readonly longest: number; readonly half: number }) {
  for (let length = longest; length >= half; length -= 1) if (endsWith(one, other, length)) return length
  return 0
}

/** Does one end with so many octets of the other's beginning? The last octet first: it is another one nearly always. */
function endsWith(one: Buffer, other: Buffer, length: number): boolean {
  if (one[one.length - 1] !== other[length - 1]) return false
  return one.compare(other, 0, length, one.length - length) === 0
}

/** To the ends of the encoded text around it: what stands beside belongs to it, and may hold bits of the secret. */
function widened(line: Buffer, { start, end }: Range): Range {
  let first = start
  let last = end
  while (first > 0 && isOfCode(line[first - 1])) first -= 1
  while (last < line.length && isOfCode(line[last])) last += 1
  return { start: first, end: last }
}

function isOfCode(octet: number | undefined): boolean {
  return octet !== undefined && /[0-9a-z+/=_-]/.test(String.fromCharCode(octet))
}

function merged(ranges: readonly Range[]): readonly Range[] {
  const sorted = [...ranges].sort((one, other) => one.start - other.start)
  return sorted.reduce<readonly Range[]>((apart, range) => {
    const last = apart.at(-1)
    if (last === undefined || range.start > last.end) return [...apart, range]
    return [...apart.slice(0, -1), { start: last.start, end: Math.max(last.end, range.end) }]
  }, [])
}
