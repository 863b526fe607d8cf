import type { SkfCalls } from '../native/skf-calls.ts'
import { releaseDevice } from './reserve-device.ts'
import type { KnownApplication, KnownDevice } from './skf-state.ts'

/**
 * Ends the login of an application: SKF_CloseContainer for each that is open, SKF_ClearSecureState, SKF_UnlockDev. Closing
 * the application or the device does not end a login (GM/T 0016): the key would stay open for every program. Each is
 * called whatever the others answer. False when SKF_ClearSecureState did not say that it has.
 */
export function endLogin(calls: SkfCalls, device: KnownDevice, application: KnownApplication): boolean {
  const { unlocked } = application
  if (unlocked === undefined) return true
  application.unlocked = undefined
  for (const container of unlocked.open.values()) calls.ask('SKF_CloseContainer', container)
  const isCleared = calls.ask('SKF_ClearSecureState', application.handle) === 0
  if (unlocked.isReserved) releaseDevice(calls, device)
  return isCleared
}
