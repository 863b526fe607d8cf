import { expect, it } from 'vitest'
import type { ModuleState } from '../../token/module-state.ts'
import { moduleWith } from '../../certificates/testing/stored-certificate.ts'
import { token } from '../testing/looks.ts'
import { createDeviceLook, tokensOf } from './device-look.ts'

const readAt = new Date('2026-11-20T08:00:00Z')
const reading = (changes: Partial<ModuleState>) => moduleWith([token()], { readAt, ...changes })

/** A desk whose modules tell these after they were asked again, or never. */
function deskThat(before: readonly ModuleState[], after: readonly ModuleState[] | 'hangs') {
  let states = before
  let refreshes = 0
  const report = { drivers: [], table: {} } as never
  const desk = {
    modules: { states: () => states },
    drivers: { report: () => report },
    overview: () => ({
      complete: true,
      modules: [],
      tokens: [],
      cards: [],
      bus: { cause: 'nothing', hasPage: false } as const,
    }),
    refresh: (...why: readonly unknown[]) => {
      expect(why).toEqual([])
      refreshes += 1
      if (after === 'hangs') return new Promise<void>(() => undefined)
      states = after
      return Promise.resolve()
    },
  }
  return { desk, refreshes: () => refreshes }
}

const never = () => new Promise(() => undefined)
const atOnce = () => Promise.resolve()

it('tells what the modules say when they have been asked again, and begins nothing that was stopped', async () => {
  const again = reading({ readAt: new Date(readAt) })
  const { desk } = deskThat([reading({})], [again])
  const look = await createDeviceLook(desk, never)()
  expect(look).toMatchObject({ modules: [{ isSilent: false }], drivers: [], bus: { cause: 'nothing' } })
  expect(tokensOf(look)).toHaveLength(1)
})

it('does not wait for a driver that hangs, and does not repeat what it told before', async () => {
  const { desk } = deskThat([reading({}), reading({ state: 'failed', tokens: [] })], 'hangs')
  const look = await createDeviceLook(desk, atOnce)()
  expect(look.modules.map(({ isSilent }) => isSilent)).toEqual([true, false])
  expect(tokensOf(look)).toEqual([])
})

it('counts a driver that is still starting as silent', async () => {
  const { desk } = deskThat([], [moduleWith([], { state: 'starting' })])
  expect((await createDeviceLook(desk, never)()).modules[0]?.isSilent).toBe(true)
})

it('is one look for all who ask at once, and a new one for who asks later', async () => {
  const { desk, refreshes } = deskThat([], [])
  const look = createDeviceLook(desk, never)
  await Promise.all([look(), look(), look()])
  expect(refreshes()).toBe(1)
  await look()
  expect(refreshes()).toBe(2)
})
