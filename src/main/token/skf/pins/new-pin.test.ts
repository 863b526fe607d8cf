import { expect, it } from 'vitest'
import type { ApplicationHandle } from '../native/handles.ts'
import { SAR } from '../skf-errors.ts'
import { createSkfState } from '../state/skf-state.ts'
import { createFakeCalls, put } from '../testing/fake-calls.ts'
import { explainChange } from './new-pin.ts'
import { untoldTries } from './pin-outcome.ts'

/** @param before tries left before the change, @param after and after it; of 10 */
function explain(code: number, before: number | undefined, after: number | undefined) {
  const calls = createFakeCalls({
    SKF_GetPINInfo: (_application, _type, most, left) => {
      if (after === undefined) return SAR.notSupported
      put(most, 10)
      put(left, after)
      return 0
    },
  })
  return explainChange(
    createSkfState(calls, () => 0),
    {
      ...{ call: 'SKF_ChangePIN', code, application: 1n as ApplicationHandle, holder: 'user', left: untoldTries() },
      before: before === undefined ? undefined : { most: 10, left: before, isDefault: false },
    },
  ).failure.code
}

it.each([
  ['the standard says that the old one is wrong', SAR.pinIncorrect, 10, 9, 'token.pinIncorrect'],
  ['a vendor says something, and a try is gone', 0x0a000034, 10, 9, 'token.pinIncorrect'],
  ['a vendor says something, and the last try is gone', 0x0a000035, 1, 0, 'token.pinLocked'],
  ['the new one breaks a rule', SAR.pinLength, 10, 10, 'token.newPinRefused'],
  ['the form of one is wrong, and a try is gone', SAR.pinInvalid, 10, 9, 'token.pinIncorrect'],
  ['it cannot do it', SAR.notSupported, 10, 10, 'token.unsupported'],
  ['nobody has looked at the old one, which has wrong tries still', 0x0a000001, 8, 8, 'token.failed'],
  ['the old one was right, for its tries are back', 0x0a000001, 8, 10, 'token.pinOutcomeUnknown'],
  ['all tries are there, as before', 0x0a000001, 10, 10, 'token.pinOutcomeUnknown'],
  ['it tells no tries', 0x0a000001, undefined, undefined, 'token.pinOutcomeUnknown'],
  ['it was pulled', SAR.deviceRemoved, 10, undefined, 'token.pinOutcomeUnknown'],
] as const)('of a change it is known what has become when %s', (_when, code, before, after, expected) => {
  expect(explain(code, before, after)).toBe(expected)
})
