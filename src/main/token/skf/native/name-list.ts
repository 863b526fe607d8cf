/** More than any key holds. */
const mostNames = 5000

/**
 * A list as GM/T 0016 has it: each name with an end mark, and one more at the end, which some libraries leave out. Names
 * are octets: they are UTF-8 here and GBK there, and go back to the library as they came.
 */
export function readNameList(octets: Uint8Array): readonly Uint8Array[] {
  const names: Uint8Array[] = []
  let start = 0
  while (start < octets.length && octets[start] !== 0 && names.length < mostNames) {
    const end = octets.indexOf(0, start)
    names.push(Uint8Array.from(octets.subarray(start, end < 0 ? octets.length : end)))
    start = end < 0 ? octets.length : end + 1
  }
  return names
}

export function nameKey(name: Uint8Array): string {
  return Buffer.from(name).toString('hex')
}
