import type { PinState, TokenSnapshot } from '../../../shared/token/messages.ts'
import { CKF, nameOf } from './cryptoki.ts'
import { toCertificates } from './known-objects.ts'
import { trimField } from './token-text.ts'
import type { KnownToken } from './worker-state.ts'

export function toSnapshot({ slot, info, objects }: KnownToken): TokenSnapshot {
  const snapshot = {
    slot: nameOf(slot),
    serialNumber: trimField(info.serialNumber),
    label: trimField(info.label),
    manufacturer: trimField(info.manufacturerID),
    model: trimField(info.model),
    pin: {
      state: toPinState(info.flags),
      minLength: info.minPinLen,
      maxLength: info.maxPinLen,
      initialised: (info.flags & CKF.userPinInitialised) !== 0,
    },
    securityOfficerPin: toSecurityOfficerPinState(info.flags),
    certificates: toCertificates(objects),
  }
  return isTold(info.freePublicMemory) ? { ...snapshot, freeBytes: info.freePublicMemory } : snapshot
}

export function toPinState(flags: number): PinState {
  if ((flags & CKF.userPinLocked) !== 0) return 'locked'
  if ((flags & CKF.userPinFinalTry) !== 0) return 'final-try'
  if ((flags & CKF.userPinCountLow) !== 0) return 'count-low'
  return 'ok'
}

export function toSecurityOfficerPinState(flags: number): PinState {
  if ((flags & CKF.soPinLocked) !== 0) return 'locked'
  if ((flags & CKF.soPinFinalTry) !== 0) return 'final-try'
  if ((flags & CKF.soPinCountLow) !== 0) return 'count-low'
  return 'ok'
}

/** CK_UNAVAILABLE_INFORMATION is all ones, in 64 bits or in 32. */
function isTold(bytes: number): boolean {
  return bytes >= 0 && bytes < 0xffff_ffff
}
