import { expect, it } from 'vitest'
import { createBackground } from './background.ts'

function closeWindow({ stays = true, isHeldUp = false, ends = false }) {
  const done: string[] = []
  const background = createBackground(() => stays)
  if (ends) background.end()
  const event = { defaultPrevented: isHeldUp, preventDefault: () => done.push('stays open') }
  background.ask(event, () => done.push('hidden'))
  return done
}

it('hides the window where the program is to stay', () => {
  expect(closeWindow({})).toEqual(['stays open', 'hidden'])
})

it.each([
  ['nobody has chosen so', { stays: false }],
  ['the program ends', { ends: true }],
  ['a token is being written to, which the window asks about', { isHeldUp: true }],
])('does nothing where %s', (_what, options) => {
  expect(closeWindow(options)).toEqual([])
})
