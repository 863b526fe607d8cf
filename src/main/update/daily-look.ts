import type { ReminderClock } from '../reminders/ports.ts'
import type { UpdateMemory } from './update-memory.ts'

interface DailyParts {
  readonly clock: ReminderClock
  readonly memory: UpdateMemory
  /** May be looked for at all, and is nothing under way that must not be disturbed? */
  readonly mayLook: () => boolean
  /** Never rejects: nobody is told when it fails. */
  readonly look: () => Promise<void>
}

const dayMs = 86_400_000
/** The start of the program is for the dates. */
const firstPauseMs = 60_000
const pauseMs = 3_600_000

/** Looks by itself once a day at most, whatever came of it. Answers with what ends it. */
export function lookDaily({ clock, memory, mayLook, look }: DailyParts): () => void {
  const lookIfDue = async () => {
    if (!mayLook() || !isDue(memory.read(), clock.now())) return
    await memory.change({ lookedAt: clock.now().toISOString() })
    await look()
  }
  let cancel = clock.after(firstPauseMs, run)
  function run(): void {
    void lookIfDue()
    cancel = clock.after(pauseMs, run)
  }
  return () => cancel()
}

/** A clock that was set back must not keep it from looking for ever. */
function isDue({ lookedAt, checkedAt }: ReturnType<UpdateMemory['read']>, now: Date): boolean {
  const times = [lookedAt, checkedAt].flatMap((time) => (time === undefined ? [] : [Date.parse(time)]))
  return times.every((time) => Math.abs(now.getTime() - time) >= dayMs)
}
