import { expect, it } from 'vitest'
import { createClosing } from './closing.ts'

function closingWhile(writing: string | undefined) {
  const told: string[] = []
  let held = 0
  const closing = createClosing({ writing: () => writing, tell: (renewalId) => told.push(renewalId) })
  const ask = () => {
    closing.ask({
      preventDefault: () => {
        held += 1
      },
    })
    return held
  }
  return { closing, ask, told }
}

it('holds the program up while a token is being written to, and has the page ask', () => {
  const { closing, ask, told } = closingWhile('r1')
  expect([ask(), ask()]).toEqual([1, 2])
  expect(told).toEqual(['r1', 'r1'])
  closing.allow()
  expect(ask()).toBe(2)
  expect(told).toHaveLength(2)
})

it('lets it go when nothing is being written', () => {
  const { ask, told } = closingWhile(undefined)
  expect([ask(), told]).toEqual([0, []])
})
