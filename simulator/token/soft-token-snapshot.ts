import type { PinState, TokenSnapshot } from '../../src/shared/token/messages.ts'
import { toKeyPresence } from './soft-key-presence.ts'
import type { SoftToken } from './soft-token-file.ts'

/** The one reader of the soft token. */
export const softSlot = 'soft-0'
export const pinLength = { min: 6, max: 16 } as const
const pinTries = 6

export function toSnapshot(token: SoftToken): TokenSnapshot {
  const { objects, serialNumber, label, manufacturer, model } = token
  return {
    ...{ slot: softSlot, serialNumber, label, manufacturer, model },
    pin: { state: stateAfter(token.wrongPins), minLength: pinLength.min, maxLength: pinLength.max, initialised: true },
    freeBytes: freeBytes(token),
    securityOfficerPin: stateAfter(token.wrongSecurityOfficerPins),
    certificates: objects
      .filter((object) => object.kind === 'certificate')
      .map(({ id, label: name, value: base64 }) => {
        const value = Uint8Array.from(Buffer.from(base64, 'base64'))
        return { id, label: name, value, key: toKeyPresence(objects, id, value) }
      }),
  }
}

/** Both PINs have the same number of tries. */
export function stateAfter(wrongPins: number): PinState {
  if (wrongPins >= pinTries) return 'locked'
  if (wrongPins === pinTries - 1) return 'final-try'
  return wrongPins > 0 ? 'count-low' : 'ok'
}

export function freeBytes({ capacityBytes, objects }: SoftToken): number {
  return Math.max(0, capacityBytes - JSON.stringify(objects).length)
}
