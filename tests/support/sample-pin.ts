/** What PIN management says in a fake desktop: a policy, and one PIN of each kind that is right. */
import type { Channel } from '../../src/shared/ipc/channels.ts'
import type { Input, Output } from '../../src/shared/ipc/contract.ts'
import type { Result } from '../../src/shared/ipc/result.ts'

export const samplePin = '246810'
export const sampleSecurityOfficerPin = '87654321'

type PinChannel = Extract<Channel, `pin:${string}`>

export const pinAnswers: { [C in PinChannel]: (input: Input<C>) => Result<Output<C>> } = {
  'pin:policy': () => ({ ok: true, value: { minLength: 6, requiredClasses: [], knownPins: ['123456', '12345678'] } }),
  'pin:change': ({ pin }) =>
    pin === samplePin
      ? { ok: true, value: { isProven: true } }
      : { ok: false, failure: { code: 'token.pinIncorrect', details: { pinState: 'count-low' } } },
  'pin:unblock': ({ securityOfficerPin }) =>
    securityOfficerPin === sampleSecurityOfficerPin
      ? { ok: true, value: { isProven: true } }
      : { ok: false, failure: { code: 'token.securityOfficerPinIncorrect', details: { pinState: 'count-low' } } },
}
