import { expect, it } from 'vitest'
import { AppError } from '../../../app-error.ts'
import { SAR, toSkfError } from '../skf-errors.ts'
import { onceMore } from './once-more.ts'

/** Fails so often, then answers. */
function failing(times: number, failure: Error) {
  let asked = 0
  const ask = () => {
    asked += 1
    if (asked <= times) throw failure
    return 'answer'
  }
  return { ask, asked: () => asked }
}

const refusal = (code: number) => toSkfError('SKF_ImportECCKeyPair', code)

it.each([0x0a000001, 0x0a000005, 0x0b000099])('a failure that may pass is asked for again: %i', (code) => {
  const { ask } = failing(1, refusal(code))
  expect(onceMore(ask)).toBe('answer')
})

it('once, and not for ever', () => {
  const { ask, asked } = failing(9, refusal(0x0a000001))
  expect(() => onceMore(ask)).toThrow('token.')
  expect(asked()).toBe(2)
})

it.each([SAR.inData, SAR.notSupported, SAR.deviceRemoved, SAR.notLoggedIn, SAR.noRoom])(
  'a code that is the answer is not doubted: %i',
  (code) => {
    const { ask, asked } = failing(1, refusal(code))
    expect(() => onceMore(ask)).toThrow('token.')
    expect(asked()).toBe(1)
  },
)

it('nor is a failure of our own', () => {
  const { ask, asked } = failing(1, new AppError('token.layoutUnknown'))
  expect(() => onceMore(ask)).toThrow('token.layoutUnknown')
  expect(asked()).toBe(1)
})
