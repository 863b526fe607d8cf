import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'

/** Codes that are an answer: about the octets, the algorithm, the login, or the device. */
const answers = [
  ...[SAR.notSupported, SAR.inDataLength, SAR.inData, SAR.keyNotFound, SAR.certificateNotFound],
  ...[SAR.hashNotEqual, SAR.decryptPad, SAR.deviceRemoved, SAR.notLoggedIn, SAR.noRoom],
]

/**
 * A library that fails may do so for a moment. Where a refusal would be believed, and end a renewal, what is harmless to
 * repeat is asked once more, unless the code itself is the answer.
 */
export function onceMore<Answer>(ask: () => Answer): Answer {
  try {
    return ask()
  } catch (thrown) {
    if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, ...answers)) throw thrown
    return ask()
  }
}
