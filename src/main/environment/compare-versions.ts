/** `1.10.0` after `1.9.2`: below zero, zero or above as the first is older, the same or newer. A missing part counts as 0. */
export function compareVersions(one: string, other: string): number {
  const [first, second] = [numbersIn(one), numbersIn(other)]
  for (let index = 0; index < Math.max(first.length, second.length); index += 1) {
    const difference = (first[index] ?? 0) - (second[index] ?? 0)
    if (difference !== 0) return difference
  }
  return 0
}

/** Without what a build adds behind a dash or a plus sign. */
function numbersIn(version: string): readonly number[] {
  const [numbers = ''] = version.replace(/^v/, '').split(/[-+]/)
  return numbers.split('.').map((part) => Number.parseInt(part, 10) || 0)
}
