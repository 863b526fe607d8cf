/** What became of one scenario. */
export interface Verdict {
  readonly name: string
  readonly group: string
  /** Why it was lost; absent when it was survived. */
  readonly loss?: string
  readonly ms: number
}

/** One line per group of scenarios. */
export function formatTable(verdicts: readonly Verdict[]): string {
  const groups = [...new Set(verdicts.map(({ group }) => group))].sort()
  const rows = groups.map((group) => {
    const ofGroup = verdicts.filter((verdict) => verdict.group === group)
    const lost = ofGroup.filter(({ loss }) => loss !== undefined).length
    return [group, String(ofGroup.length), String(ofGroup.length - lost), String(lost)]
  })
  const all = [['fault', 'scenarios', 'survived', 'lost'], ...rows]
  return all
    .map(([group = '', ...numbers]) => group.padEnd(28) + numbers.map((text) => text.padStart(11)).join(''))
    .join('\n')
}
