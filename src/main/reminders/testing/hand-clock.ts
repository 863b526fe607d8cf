import type { ReminderClock } from '../ports.ts'

/** For tests: a clock that stands until it is turned, with its timers. */
export interface HandClock extends ReminderClock {
  /** Runs what is due until then, each at its time. */
  readonly passTo: (instant: Date) => Promise<void>
  /** The clock jumps; nothing runs. */
  readonly jumpTo: (instant: Date) => void
}

export function createHandClock(begin: Date, timeZone = 'Asia/Shanghai'): HandClock {
  let now = begin.getTime()
  let timers: readonly { readonly at: number; readonly run: () => void }[] = []
  const next = (until: number) => timers.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at)[0]
  return {
    now: () => new Date(now),
    timeZone: () => timeZone,
    after: (ms, run) => {
      const timer = { at: now + ms, run }
      timers = [...timers, timer]
      return () => {
        timers = timers.filter((one) => one !== timer)
      }
    },
    passTo: async (instant) => {
      for (let timer = next(instant.getTime()); timer !== undefined; timer = next(instant.getTime())) {
        const due = timer
        timers = timers.filter((one) => one !== due)
        now = Math.max(now, due.at)
        due.run()
        // What was shown is remembered in a turn of its own.
        await Promise.resolve().then(() => undefined)
      }
      now = instant.getTime()
    },
    jumpTo: (instant) => {
      now = instant.getTime()
    },
  }
}
