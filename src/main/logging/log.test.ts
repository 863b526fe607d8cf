import { expect, it } from 'vitest'
import { describeCauses } from './log.ts'

it('tells the chain of causes, each by name and message', () => {
  const cause = new RangeError('inner', { cause: new Error('innermost') })
  expect(describeCauses(new TypeError('outer', { cause }))).toEqual([
    'TypeError: outer',
    'RangeError: inner',
    'Error: innermost',
  ])
})

it('ends at what is no error', () => {
  expect(describeCauses('text')).toEqual([])
  expect(describeCauses(new Error('outer', { cause: { secret: 1 } }))).toEqual(['Error: outer'])
})

it('ends when errors cause each other', () => {
  const error = new Error('round')
  error.cause = error
  expect(describeCauses(error)).toHaveLength(8)
})
