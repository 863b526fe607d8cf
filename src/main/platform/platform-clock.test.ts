import { beforeEach, expect, it } from 'vitest'
import { createPlatformClock, type MeasuredClock } from './platform-clock.ts'

const start = Date.parse('2026-11-23T08:00:00Z')
const minute = 60_000
let local: number
let steady: number
let clock: MeasuredClock
let jumps: number
beforeEach(() => {
  local = start
  steady = 500
  jumps = 0
  clock = createPlatformClock({ localNow: () => local, steadyNow: () => steady })
  clock.subscribe(() => (jumps += 1))
})

/** What the clock shows more than the computer's own. */
const ahead = (): number => clock.now().getTime() - local
const hear = (aheadMs: number): void => clock.measure({ sentAt: local, receivedAt: local, date: local + aheadMs })

it('is the computer’s clock while nothing is known', () => {
  expect([clock.skewMs(), ahead()]).toEqual([undefined, 0])
})

it('follows a platform that is ahead or behind', () => {
  clock.measure({ sentAt: local - 400, receivedAt: local, date: local + 31 * minute })
  expect([clock.skewMs(), ahead()]).toEqual([1_860_700, 1_860_700])
  clock.measure({ sentAt: local - 400, receivedAt: local, date: local - 3_000 })
  expect([clock.skewMs(), ahead()]).toEqual([-2_300, -2_300])
})

it('goes on by itself while both clocks of the computer agree', () => {
  hear(31 * minute)
  local += 5 * minute
  steady += 5 * minute
  expect(clock.now().getTime()).toBe(start + 36 * minute + 500)
})

it('leaves a difference under two seconds to the rounding of the header', () => {
  hear(1_000)
  expect([clock.skewMs(), ahead(), jumps]).toEqual([1_500, 0, 0])
})

it('does not believe an answer that was long on its way, or that came before it was asked for', () => {
  clock.measure({ sentAt: local - 6_000, receivedAt: local, date: local + 60_000 })
  clock.measure({ sentAt: local + 1, receivedAt: local, date: local + 60_000 })
  expect(clock.skewMs()).toBeUndefined()
})

it.each([
  ['set right', 31 * minute, 0],
  ['set back', -31 * minute, 0],
  ['left alone while the computer slept', 8 * 60 * minute, 0],
  ['set right a while later', 36 * minute, 5 * minute],
])('says nothing of a clock that was %s since, until the platform is heard again', (_, passed, steadyPassed) => {
  hear(31 * minute)
  local += passed
  steady += steadyPassed
  expect([clock.skewMs(), ahead()]).toEqual([undefined, 0])
  hear(0)
  expect([clock.skewMs(), ahead(), jumps]).toEqual([500, 0, 2])
})

it('tells when its time jumps, and only then', () => {
  hear(31 * minute)
  hear(31 * minute + 1_000)
  expect(jumps).toBe(1)
  hear(0)
  expect(jumps).toBe(2)
  clock.forget()
  expect(jumps).toBe(2)
})

it('forgets', () => {
  hear(minute)
  clock.forget()
  expect([clock.skewMs(), ahead(), jumps]).toEqual([undefined, 0, 2])
})

it('tells nobody who has stopped listening', () => {
  let heard = 0
  clock.subscribe(() => (heard += 1))()
  hear(31 * minute)
  expect([jumps, heard]).toEqual([1, 0])
})
