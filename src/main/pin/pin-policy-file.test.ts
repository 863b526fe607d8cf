import { expect, it } from 'vitest'
import { isKnownPin } from '../../shared/pin-policy.ts'
import { readPinPolicy } from './pin-policy-file.ts'

it('is well-formed and knows the PINs that keys are handed out with', () => {
  const policy = readPinPolicy()
  const handedOut = ['111111', '12345678', '000000', '123456', '88888888', '1234567890']
  expect(handedOut.filter((pin) => !isKnownPin(pin, policy))).toEqual([])
  expect([...policy.knownPins]).toEqual([...new Set(policy.knownPins)])
  expect(policy.minLength).toBe(6)
})
