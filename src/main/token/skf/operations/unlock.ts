import type { TokenInput } from '../../../../shared/token/messages.ts'
import { enumerateContainers } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import { checkPin } from '../pins/check-pin.ts'
import { verifyUserPin } from '../pins/verify-pin.ts'
import { endLogin } from '../state/end-login.ts'
import { explained } from '../state/explain-failure.ts'
import { closeDevice } from '../state/devices.ts'
import { keyOf, openPlace } from '../state/places.ts'
import { proveWidth } from '../state/prove-width.ts'
import { leave, reserveToken, type ReservedPlace } from '../state/reserve-token.ts'
import type { SkfState } from '../state/skf-state.ts'

/**
 * Logs in to exactly the token that has this serial number. Native calls before the PIN goes out: SKF_LockDev,
 * SKF_GetDevInfo, SKF_EnumContainer, SKF_GetPINInfo, and once per device 3 more that prove the layout. Then SKF_VerifyPIN,
 * once. After a failure nobody is logged in, and nothing is kept from others.
 */
export function unlockToken(state: SkfState, { slot, serialNumber, pin }: TokenInput<'unlock'>): void {
  explained(state, slot, () => openPlace(state, slot))
  checkPin(pin)
  lockToken(state, slot)
  const place = reserveToken(state, { slot, serialNumber })
  explained(state, slot, () => {
    try {
      logIn(state, place, pin)
    } catch (thrown) {
      // A library may have let the PIN pass, and said otherwise.
      leave(state, place)
      throw thrown
    }
  })
}

function logIn(state: SkfState, place: ReservedPlace, pin: string): void {
  const { application, isReserved } = place
  const names = enumerateContainers(state.calls, application.handle)
  proveWidth(state, place)
  verifyUserPin(state.calls, application.handle, pin)
  application.unlocked = {
    ...{ names: new Set(names.map(nameKey)), made: new Set(), open: new Map(), points: new Map() },
    isReserved,
  }
}

/** Harmless when the slot is not unlocked. A device that did not end the login is connected anew. */
export function lockToken(state: SkfState, slot: string): void {
  const device = state.known.get(keyOf(slot))
  const application = device?.applications.find((candidate) => candidate.slot === slot)
  if (device === undefined || application === undefined) return
  if (!endLogin(state.calls, device, application)) closeDevice(state, device)
}
