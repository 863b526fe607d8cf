import { describe, expect, it } from 'vitest'
import type { Attempt, Outcome } from './platform-failure.ts'
import { sleep, withRepeats, type RepeatRules } from './retry.ts'

const success: Attempt = { ok: true, value: 'done' }
function failing(outcome: Outcome, more: { mayRepeat?: boolean; retryAfterSeconds?: number } = {}): Attempt {
  const { mayRepeat = true, retryAfterSeconds } = more
  const details = retryAfterSeconds === undefined ? {} : { retryAfterSeconds }
  return { ok: false, failure: { code: 'platform.unreachable', outcome, mayRepeat, details } }
}

const unreachable = 'platform.unreachable'

async function run(attempts: readonly Attempt[], rules: Partial<RepeatRules> = {}): Promise<object> {
  const pauses: number[] = []
  let sent = 0
  const send = (): Promise<Attempt> => {
    sent += 1
    return Promise.resolve(attempts[Math.min(sent, attempts.length) - 1] ?? success)
  }
  const pause = (ms: number): Promise<void> => {
    pauses.push(ms)
    return Promise.resolve()
  }
  const end = await withRepeats(send, { repeats: 'always', sleep: pause, random: () => 0, ...rules })
  return { end: end.ok ? end.value : [end.failure.code, end.failure.outcome], sent, pauses }
}

describe('withRepeats', () => {
  it('sends three times at most, with a growing pause', async () => {
    expect(await run([failing('not-done')])).toEqual({
      end: ['platform.unreachable', 'not-done'],
      sent: 3,
      pauses: [125, 250],
    })
  })

  it('spreads the pauses', async () => {
    expect(await run([failing('not-done')], { random: () => 0.5 })).toMatchObject({ pauses: [187.5, 375] })
  })

  it('sends once what must not be repeated', async () => {
    expect(await run([failing('unknown')], { repeats: 'never' })).toMatchObject({ sent: 1, pauses: [] })
  })

  it('sends again, of what may be done once, only what has certainly not been done', async () => {
    const repeats = 'unless-done'
    expect(await run([failing('unknown'), success], { repeats })).toMatchObject({
      sent: 1,
      end: [unreachable, 'unknown'],
    })
    expect(await run([failing('not-done'), failing('refused'), success], { repeats })).toMatchObject({ end: 'done' })
    expect(await run([failing('not-done'), failing('unknown'), success], { repeats })).toMatchObject({ sent: 2 })
  })

  it('sends once when a repeat would change nothing', async () => {
    expect(await run([failing('refused', { mayRepeat: false })])).toMatchObject({ sent: 1, pauses: [] })
  })

  it('waits as asked up to five seconds, at least its own pause, and not longer', async () => {
    const five = failing('not-done', { retryAfterSeconds: 5 })
    const none = failing('not-done', { retryAfterSeconds: 0 })
    const six = failing('not-done', { retryAfterSeconds: 6 })
    expect(await run([five, none, success])).toMatchObject({ end: 'done', pauses: [5000, 250] })
    expect(await run([six, success])).toMatchObject({ sent: 1, pauses: [] })
  })

  it('does not forget that an earlier sending may have acted', async () => {
    expect(await run([failing('unknown'), failing('not-done')])).toMatchObject({
      end: ['platform.unreachable', 'unknown'],
    })
  })

  it('wakes up when the caller gives up, and says what is known', async () => {
    const caller = new AbortController()
    const giveUp = (ms: number, signal?: AbortSignal): Promise<void> => {
      const slept = sleep(60_000 + ms, signal)
      caller.abort()
      return slept
    }
    expect(await run([failing('unknown')], { sleep: giveUp, signal: caller.signal })).toEqual({
      end: ['platform.cancelled', 'unknown'],
      sent: 1,
      pauses: [],
    })
  })
})
