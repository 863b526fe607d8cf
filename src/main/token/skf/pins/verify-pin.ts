import type { ApplicationHandle } from '../native/handles.ts'
import type { SkfCalls } from '../native/skf-calls.ts'
import { withPin } from './check-pin.ts'
import { pinTypes, readPinCount } from './pin-count.ts'
import { explainRefusal, untoldTries } from './pin-outcome.ts'

/**
 * Sends the user PIN, once. Native calls: SKF_GetPINInfo, SKF_VerifyPIN, and SKF_GetPINInfo again after a refusal: the count
 * that SKF_VerifyPIN tells itself is not written by every library.
 */
export function verifyUserPin(calls: SkfCalls, application: ApplicationHandle, pin: string): void {
  const before = readPinCount(calls, application, 'user')
  const left = untoldTries()
  const code = withPin(pin, (octets) => calls.ask('SKF_VerifyPIN', application, pinTypes.user, octets, left))
  if (code === 0) return
  throw explainRefusal(calls, { call: 'SKF_VerifyPIN', code, application, holder: 'user', before, left })
}
