import { SoftTokenError } from './soft-token-error.ts'
import { readSoftToken, writeSoftToken } from './soft-token-file.ts'
import type { SoftObject, SoftToken } from './soft-token-file.ts'
import type { SoftTokenFaults } from './soft-token-faults.ts'
import { pinLength, pinTries, softSlot, toPinState } from './soft-token-snapshot.ts'

interface Login {
  readonly slot: string
  readonly serialNumber: string
  readonly pin: string
}

/** The token that is in the reader, and whether somebody is logged in to it. */
export interface SoftSession {
  /** Undefined while it is unplugged. */
  readonly token: () => SoftToken | undefined
  readonly unlock: (login: Login) => void
  readonly lock: () => void
  readonly unlockedToken: () => SoftToken
  readonly setObjects: (change: (objects: readonly SoftObject[]) => readonly SoftObject[]) => void
}

export function createSoftSession(path: string, faults: SoftTokenFaults): SoftSession {
  let loggedInTo: string | undefined

  const token = (): SoftToken | undefined => {
    const present = faults.isUnplugged() ? undefined : readSoftToken(path)
    // A login ends with the token being pulled or swapped, also when it comes back.
    if (present?.serialNumber !== loggedInTo) loggedInTo = undefined
    return present
  }
  const unlockedToken = (): SoftToken => {
    const wasUnlocked = loggedInTo !== undefined
    const present = token()
    if (present === undefined) throw new SoftTokenError('token.absent')
    if (loggedInTo === undefined) throw new SoftTokenError('token.notUnlocked', { wasUnlocked })
    return present
  }
  return {
    token,
    unlockedToken,
    lock: () => {
      loggedInTo = undefined
    },
    unlock: (login) => {
      const present = token()
      if (present === undefined || login.slot !== softSlot) throw new SoftTokenError('token.absent')
      if (present.serialNumber !== login.serialNumber) throw new SoftTokenError('token.otherToken')
      loggedInTo = undefined
      checkPin(path, present, login.pin)
      loggedInTo = present.serialNumber
    },
    setObjects: (change) => {
      const present = unlockedToken()
      writeSoftToken(path, { ...present, objects: change(present.objects) })
    },
  }
}

function checkPin(path: string, token: SoftToken, pin: string): void {
  const length = Buffer.byteLength(pin)
  if (length < pinLength.min || length > pinLength.max) {
    throw new SoftTokenError('token.pinLength', { minLength: pinLength.min, maxLength: pinLength.max })
  }
  if (token.wrongPins >= pinTries) throw new SoftTokenError('token.pinLocked', { pinState: 'locked' })
  const isRight = pin === token.pin
  const after = { ...token, wrongPins: isRight ? 0 : token.wrongPins + 1 }
  if (after.wrongPins !== token.wrongPins) writeSoftToken(path, after)
  if (isRight) return
  const pinState = toPinState(after)
  throw new SoftTokenError(pinState === 'locked' ? 'token.pinLocked' : 'token.pinIncorrect', { pinState })
}
