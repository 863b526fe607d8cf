import type { ConflictSystem } from './this-system.ts'

const nothing = () => Promise.resolve([])

/** For tests: a computer with no other programs, so that what runs on theirs decides nothing. */
export const nothingRuns: ConflictSystem = {
  system: { processes: nothing, listeners: nothing, installed: nothing },
  control: { askToEnd: () => Promise.resolve(), isRunning: () => Promise.resolve(false) },
}
