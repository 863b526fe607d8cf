import { readFileSync, rmSync } from 'node:fs'

/** The native calls that a forwarder has counted into a file (FORWARDER_COUNT), in their order. */
export interface CountedCalls {
  readonly take: () => readonly string[]
}

export function countedCalls(path: string): CountedCalls {
  let taken = 0
  return {
    /** The calls since the last take(). */
    take: () => {
      const calls = readCalls(path).slice(taken)
      taken += calls.length
      return calls
    },
  }
}

/** Forgets what a file has counted so far. */
export function clearCalls(path: string): void {
  rmSync(path, { force: true })
}

function readCalls(path: string): readonly string[] {
  try {
    return readFileSync(path, 'utf8').split('\n').filter(Boolean)
  } catch (thrown) {
    // Nothing called yet.
    if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOENT') return []
    throw thrown
  }
}
