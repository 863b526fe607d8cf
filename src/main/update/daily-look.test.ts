import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { lookDaily } from './daily-look.ts'
import { openUpdateMemory } from './update-memory.ts'

const hourMs = 3_600_000
let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'daily-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** A clock that is turned by hand: its timers run when their time has come. */
function createClock(start = Date.parse('2026-11-27T00:00:00Z')) {
  let now = start
  const settling: (() => Promise<void>)[] = []
  let timer: { readonly at: number; readonly run: () => void } | undefined
  return {
    now: () => new Date(now),
    after: (ms: number, run: () => void) => {
      timer = { at: now + ms, run }
      return () => void (timer = undefined)
    },
    settling,
    isWaiting: () => timer !== undefined,
    pass: async (ms: number) => {
      const end = now + ms
      while (timer !== undefined && timer.at <= end) {
        const due = timer
        now = due.at
        due.run()
        // What it began goes to the disk, and then on.
        for (const settle of settling) await settle()
        await new Promise(setImmediate)
      }
      now = end
    },
    turn: (ms: number) => void (now += ms),
  }
}

async function start(clock: ReturnType<typeof createClock>, mayLook = () => true) {
  let looks = 0
  const memory = await openUpdateMemory(join(folder, 'update.json'), () => undefined)
  clock.settling.push(() => memory.change({}))
  const look = () => Promise.resolve(void (looks += 1))
  const stop = lookDaily({ clock, memory, mayLook, look })
  return { looks: () => looks, stop, memory }
}

it('looks once a day, not at the very start, and whatever came of it', async () => {
  const clock = createClock()
  const { looks } = await start(clock)
  expect(looks()).toBe(0)
  await clock.pass(2 * hourMs)
  expect(looks()).toBe(1)
  await clock.pass(21 * hourMs)
  expect(looks()).toBe(1)
  await clock.pass(2 * hourMs)
  expect(looks()).toBe(2)
})

it('remembers it over a restart, and a look that the user has asked for counts', async () => {
  const clock = createClock()
  const first = await start(clock)
  await clock.pass(hourMs)
  first.stop()
  expect(clock.isWaiting()).toBe(false)
  await first.memory.change({})
  const second = await start(clock)
  await clock.pass(20 * hourMs)
  expect([first.looks(), second.looks()]).toEqual([1, 0])
  await second.memory.change({ checkedAt: clock.now().toISOString() })
  await clock.pass(20 * hourMs)
  expect(second.looks()).toBe(0)
})

it('waits as long as it may not, and is not kept from it by a clock that was set back', async () => {
  const clock = createClock()
  let may = false
  const { looks } = await start(clock, () => may)
  await clock.pass(50 * hourMs)
  expect(looks()).toBe(0)
  may = true
  await clock.pass(hourMs)
  expect(looks()).toBe(1)
  clock.turn(-1000 * hourMs)
  await clock.pass(2000 * hourMs - 950 * hourMs)
  expect(looks()).toBeGreaterThan(1)
})
