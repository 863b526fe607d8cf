/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}

/** How long this takes, in milliseconds. */
export async function timed(action: () => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  await action()
  return performance.now() - begun
}

/** Median of several runs, in milliseconds with two decimals. */
export async function medianOf(runs: number, action: () => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let run = 0; run < runs; run += 1) times.push(await timed(action))
  return rounded(median(times))
}

export function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100
}

/** What is happening, for whoever waits; the result alone goes to stdout. */
export function progress(text: string): void {
  process.stderr.write(`${text}\n`)
}
