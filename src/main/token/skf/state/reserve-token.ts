import { AppError } from '../../../app-error.ts'
import { fills } from '../layout/layout.ts'
import { skfCodeOf } from '../skf-errors.ts'
import { distrustDevices, dropDevice, quietly, readInfo } from './devices.ts'
import { explained } from './explain-failure.ts'
import { openPlace, serialNumberOf, type Place } from './places.ts'
import { releaseDevice, reserveDevice } from './reserve-device.ts'
import type { SkfState } from './skf-state.ts'

export interface ReservedPlace extends Place {
  readonly isReserved: boolean
}

/** Which token is meant. */
export interface Meant {
  readonly slot: string
  readonly serialNumber: string
}

/**
 * Exactly the token that has this serial number, kept away from other programs. Native calls: SKF_LockDev, and
 * SKF_GetDevInfo, which tells who is there and the other half of the layout. Handles that are dead, because the token was
 * plugged in anew, are replaced once: nothing was sent to it yet. Codes token.absent, token.otherToken, token.inUse.
 */
export function reserveToken(state: SkfState, meant: Meant): ReservedPlace {
  return explained(state, meant.slot, () => {
    const place = openPlace(state, meant.slot)
    try {
      return reserve(state, place, meant)
    } catch (thrown) {
      if (!isHandleDoubtful(thrown)) throw thrown
      dropDevice(state, place.device)
      distrustDevices(state)
      return reserve(state, openPlace(state, meant.slot), meant)
    }
  })
}

/** The end of a reservation: whoever is logged in is logged out (SKF_ClearSecureState), and others may come (SKF_UnlockDev). */
export function leave({ calls }: SkfState, { device, application, isReserved }: ReservedPlace): void {
  quietly(() => calls.ask('SKF_ClearSecureState', application.handle))
  if (isReserved) quietly(() => releaseDevice(calls, device))
}

/** Thrown when the handle leads to another device than it did: some libraries have one current device only. */
const otherDevice = 'otherDevice'

function isHandleDoubtful(thrown: unknown): boolean {
  if (!(thrown instanceof AppError) || thrown.failure.code === 'token.inUse') return false
  return skfCodeOf(thrown) !== undefined || thrown.failure.details?.['detail'] === otherDevice
}

function reserve(state: SkfState, { device, application }: Place, { serialNumber }: Meant): ReservedPlace {
  const isReserved = reserveDevice(state.calls, device)
  try {
    const { info, evidence } = readInfo(state, device, fills[1])
    if (info.serialNumber !== device.info.serialNumber) {
      throw new AppError('token.otherToken', { details: { detail: otherDevice } })
    }
    device.info = info
    device.evidence = evidence
    if (serialNumberOf(state, { device, application }) !== serialNumber) throw new AppError('token.otherToken')
    return { device, application, isReserved }
  } catch (thrown) {
    if (isReserved) releaseDevice(state.calls, device)
    throw thrown
  }
}
