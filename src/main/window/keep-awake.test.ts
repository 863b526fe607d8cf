import { expect, it } from 'vitest'
import { createKeepAwake } from './keep-awake.ts'

it('blocks sleep once as long as it is needed, and not longer', () => {
  const calls: unknown[] = []
  let last = 0
  const keepAwake = createKeepAwake({
    start: (type) => {
      calls.push(type)
      last += 1
      return last
    },
    stop: (id) => {
      calls.push(id)
      return true
    },
  })
  for (const isNeeded of [false, true, true, false, false, true, false]) keepAwake(isNeeded)
  expect(calls).toEqual(['prevent-app-suspension', 1, 'prevent-app-suspension', 2])
})
