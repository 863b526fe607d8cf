import { describe, expect, it } from 'vitest'

import { AppError } from '../app-error.ts'
import { watchToken } from './token-watcher.ts'
import type { WatchedSlots } from './token-watcher.ts'

interface Watched {
  /** The next polls, in order; the last one is repeated. */
  readonly answers: readonly (readonly string[] | AppError)[]
  readonly polls: number
}

/** Runs so many polls and tells what was told, and the pauses between them. */
async function watch({ answers, polls }: Watched): Promise<{ told: WatchedSlots[]; pauses: number[]; asked: number }> {
  const [told, pauses]: [WatchedSlots[], number[]] = [[], []]
  let asked = 0
  let wake: () => void = () => undefined
  const stop = watchToken({
    poll: () => {
      const answer = answers[Math.min(asked, answers.length - 1)] ?? []
      asked += 1
      return answer instanceof AppError ? Promise.reject(answer) : Promise.resolve({ slots: answer })
    },
    onChange: (state) => told.push(state),
    startTimer: (callback, ms) => {
      pauses.push(ms)
      wake = callback
      return () => (wake = () => undefined)
    },
  })
  for (let poll = 0; poll < polls; poll += 1) {
    await new Promise(setImmediate)
    if (poll < polls - 1) wake()
  }
  stop()
  wake()
  await new Promise(setImmediate)
  return { told, pauses, asked }
}

describe('watchToken', () => {
  it('tells what is there first, and then only what changes', async () => {
    const { told, pauses } = await watch({ answers: [['a'], ['a'], ['a', 'b'], ['b', 'a'], []], polls: 6 })
    expect(told).toEqual([
      { kind: 'slots', slots: ['a'] },
      { kind: 'slots', slots: ['a', 'b'] },
      { kind: 'slots', slots: [] },
    ])
    expect(new Set(pauses)).toEqual(new Set([700]))
  })

  it('tells a failure once, asks less and less often while it lasts, and tells when it is over', async () => {
    const crashed = new AppError('token.crashed')
    const { told, pauses } = await watch({
      answers: [[], crashed, crashed, crashed, crashed, crashed, ['a']],
      polls: 7,
    })
    expect(told).toEqual([
      { kind: 'slots', slots: [] },
      { kind: 'failed', failure: { code: 'token.crashed' } },
      { kind: 'slots', slots: ['a'] },
    ])
    expect(pauses).toEqual([700, 1400, 2800, 5600, 10_000, 10_000, 700])
  })

  it('asks no more when it was stopped', async () => {
    const { asked } = await watch({ answers: [['a']], polls: 2 })
    expect(asked).toBe(2)
  })
})
