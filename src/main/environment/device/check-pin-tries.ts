import type { Check } from '../check.ts'
import { judgePin } from '../judge/judge-pin.ts'
import type { LookAtDevices } from './device-look.ts'
import { perToken } from './per-token.ts'

/** How the PIN of each key stands. A driver that says that no PIN was ever set does not know the state of one. */
export function checkPinTries(look: LookAtDevices): Check {
  return {
    name: 'pin-tries',
    run: async () =>
      perToken(await look(), ({ pin }) =>
        pin.state === 'ok' && !pin.initialised
          ? { state: 'unknown', failure: { code: 'environment.pinStateUnknown' } }
          : judgePin(pin.state, pin.triesLeft),
      ),
  }
}
