import { SoftTokenError } from './soft-token-error.ts'
import { readSoftToken, writeSoftToken } from './soft-token-file.ts'
import type { SoftObject, SoftToken } from './soft-token-file.ts'
import type { SoftTokenFaults } from './soft-token-faults.ts'
import { checkPin } from './soft-pin.ts'
import { softSlot } from './soft-token-snapshot.ts'

interface Meant {
  readonly slot: string
  readonly serialNumber: string
}

interface Login extends Meant {
  readonly pin: string
}

/** The token that is in the reader, and whether somebody is logged in to it. */
export interface SoftSession {
  /** Undefined while it is unplugged. */
  readonly token: () => SoftToken | undefined
  readonly unlock: (login: Login) => void
  readonly lock: () => void
  readonly unlockedToken: () => SoftToken
  /** The token that is meant, while nobody is logged in to it. */
  readonly lockedToken: (meant: Meant) => SoftToken
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
      const present = requireMeant(token(), login)
      loggedInTo = undefined
      checkPin(path, present, login.pin)
      loggedInTo = present.serialNumber
    },
    lockedToken: (meant) => {
      const present = requireMeant(token(), meant)
      if (loggedInTo !== undefined) throw new SoftTokenError('token.busy')
      return present
    },
    setObjects: (change) => {
      const present = unlockedToken()
      writeSoftToken(path, { ...present, objects: change(present.objects) })
    },
  }
}

function requireMeant(present: SoftToken | undefined, { slot, serialNumber }: Meant): SoftToken {
  if (present === undefined || slot !== softSlot) throw new SoftTokenError('token.absent')
  if (present.serialNumber !== serialNumber) throw new SoftTokenError('token.otherToken')
  return present
}
