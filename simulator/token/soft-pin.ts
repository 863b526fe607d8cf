import { SoftTokenError } from './soft-token-error.ts'
import { writeSoftToken } from './soft-token-file.ts'
import type { SoftToken } from './soft-token-file.ts'
import { pinLength, stateAfter } from './soft-token-snapshot.ts'

/** One try of the PIN: counted when it is wrong, and the count begun anew when it is right. */
export function checkPin(path: string, token: SoftToken, pin: string): void {
  checkLength(pin)
  if (stateAfter(token.wrongPins) === 'locked') throw new SoftTokenError('token.pinLocked', { pinState: 'locked' })
  const isRight = pin === token.pin
  const wrongPins = isRight ? 0 : token.wrongPins + 1
  if (wrongPins !== token.wrongPins) writeSoftToken(path, { ...token, wrongPins })
  if (isRight) return
  const pinState = stateAfter(wrongPins)
  throw new SoftTokenError(pinState === 'locked' ? 'token.pinLocked' : 'token.pinIncorrect', { pinState })
}

/** A new PIN for the old one. */
export function changePin(
  path: string,
  token: SoftToken,
  pins: { readonly pin: string; readonly newPin: string },
): void {
  checkLength(pins.newPin)
  checkPin(path, token, pins.pin)
  writeSoftToken(path, { ...token, pin: pins.newPin, wrongPins: 0 })
}

/** A new PIN for the security officer's. */
export function unblockPin(
  path: string,
  token: SoftToken,
  pins: { readonly securityOfficerPin: string; readonly newPin: string },
): void {
  checkLength(pins.securityOfficerPin)
  checkLength(pins.newPin)
  checkSecurityOfficerPin(path, token, pins.securityOfficerPin)
  writeSoftToken(path, { ...token, pin: pins.newPin, wrongPins: 0, wrongSecurityOfficerPins: 0 })
}

function checkSecurityOfficerPin(path: string, token: SoftToken, pin: string): void {
  const before = token.wrongSecurityOfficerPins
  if (stateAfter(before) === 'locked') {
    throw new SoftTokenError('token.securityOfficerPinLocked', { pinState: 'locked' })
  }
  if (pin === token.securityOfficerPin) return
  writeSoftToken(path, { ...token, wrongSecurityOfficerPins: before + 1 })
  const pinState = stateAfter(before + 1)
  throw new SoftTokenError(
    pinState === 'locked' ? 'token.securityOfficerPinLocked' : 'token.securityOfficerPinIncorrect',
    { pinState },
  )
}

function checkLength(pin: string): void {
  const length = Buffer.byteLength(pin)
  if (length < pinLength.min || length > pinLength.max) {
    throw new SoftTokenError('token.pinLength', { minLength: pinLength.min, maxLength: pinLength.max })
  }
}
