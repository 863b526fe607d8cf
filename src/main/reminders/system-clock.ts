import type { ReminderClock } from './ports.ts'

/** Timers of this computer. They sleep with it: whoever wakes it looks at once. */
export function systemClock(now: () => Date): ReminderClock {
  return {
    now,
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
}
