import { describe, expect, it } from 'vitest'
import type { ApplicationHandle } from '../native/handles.ts'
import { SAR } from '../skf-errors.ts'
import { createFakeCalls, put, type FakeFunctions } from '../testing/fake-calls.ts'
import { toPinState } from './pin-count.ts'
import { verifyUserPin } from './verify-pin.ts'

const application = 1n as ApplicationHandle

/** A library whose PIN has so many tries left before and after; it answers a PIN with this code. */
function library(code: number, counts: readonly (number | undefined)[], writes?: number) {
  const left = [...counts]
  const functions: FakeFunctions = {
    SKF_VerifyPIN: (_application, _type, _pin, tries) => {
      if (writes !== undefined) put(tries, writes)
      return code
    },
    SKF_GetPINInfo: (_application, _type, most, tries) => {
      const now = left.shift()
      if (now === undefined) return SAR.notSupported
      put(most, 10)
      put(tries, now)
      return 0
    },
  }
  return createFakeCalls(functions)
}

function refusal(calls: ReturnType<typeof library>) {
  try {
    verifyUserPin(calls, application, '12345678')
  } catch (thrown) {
    return (thrown as { readonly failure: unknown }).failure
  }
  return undefined
}

const call = 'SKF_VerifyPIN'

describe('a PIN that is refused', () => {
  it.each([
    ['by the code of the standard', SAR.pinIncorrect, [10, 9], 'token.pinIncorrect', 9],
    ['by a code of the vendor, with a try less', 0x0a000034, [10, 9], 'token.pinIncorrect', 9],
    ['by a code of the vendor, with no try left', 0x0a000035, [1, 0], 'token.pinLocked', 0],
    ['by a code that nobody knows, without a try less', 0x0a000001, [9, 9], 'token.failed', 9],
    ['for its form', SAR.pinInvalid, [10, 10], 'token.pinInvalid', 10],
  ] as const)('%s is told as what it is', (_how, code, counts, expected, triesLeft) => {
    const calls = library(code, counts)
    expect(refusal(calls)).toMatchObject({ code: expected, details: { call, triesLeft } })
    expect(calls.made.filter((made) => made === call)).toHaveLength(1)
  })

  it('has the tries that the call has put down, where the library tells them in no other way', () => {
    expect(refusal(library(SAR.pinIncorrect, [], 3))).toMatchObject({
      ...{ code: 'token.pinIncorrect', details: { triesLeft: 3, pinState: 'count-low' } },
    })
    expect(refusal(library(SAR.pinIncorrect, [], 0))).toMatchObject({ code: 'token.pinLocked' })
    expect(refusal(library(SAR.pinIncorrect, []))).toEqual({
      ...{ code: 'token.pinIncorrect', details: { call, skf: '0x0A000024' } },
    })
  })
})

it('tells how a PIN stands', () => {
  const count = (left: number, most = 10) => toPinState({ most, left, isDefault: false })
  expect([count(10), count(9), count(1), count(0), count(1, 1), toPinState(undefined)]).toEqual([
    ...['ok', 'count-low', 'final-try', 'locked', 'ok', 'ok'],
  ])
})
