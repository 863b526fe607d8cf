import { beforeEach, expect, it } from 'vitest'
import { createPlatformClock, type MeasuredClock } from './platform-clock.ts'

const local = Date.parse('2026-11-23T08:00:00Z')
let clock: MeasuredClock
beforeEach(() => {
  clock = createPlatformClock(() => local)
})

function now(): number {
  return clock.now().getTime() - local
}

it('is the computer’s clock while nothing is known', () => {
  expect([clock.skewMs(), now()]).toEqual([undefined, 0])
})

it('follows a platform that is ahead or behind', () => {
  clock.measure({ sentAt: local - 400, receivedAt: local, date: local + 31 * 60_000 })
  expect([clock.skewMs(), now()]).toEqual([1_860_700, 1_860_700])
  clock.measure({ sentAt: local - 400, receivedAt: local, date: local - 3_000 })
  expect([clock.skewMs(), now()]).toEqual([-2_300, -2_300])
})

it('leaves a difference under two seconds to the rounding of the header', () => {
  clock.measure({ sentAt: local, receivedAt: local, date: local + 1_000 })
  expect([clock.skewMs(), now()]).toEqual([1_500, 0])
})

it('does not believe an answer that was long on its way, or that came before it was asked for', () => {
  clock.measure({ sentAt: local - 6_000, receivedAt: local, date: local + 60_000 })
  clock.measure({ sentAt: local + 1, receivedAt: local, date: local + 60_000 })
  expect(clock.skewMs()).toBeUndefined()
})

it('forgets', () => {
  clock.measure({ sentAt: local, receivedAt: local, date: local + 60_000 })
  clock.forget()
  expect([clock.skewMs(), now()]).toEqual([undefined, 0])
})
