import type { Check } from '../check.ts'
import type { LookAtDevices } from '../device/device-look.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { perDriver, type UsedDriver } from './used-drivers.ts'

/** Does each driver answer? One that failed, or was put away because it did before, can be tried again. */
export function checkDriverHealth(look: LookAtDevices): Check {
  return { name: 'driver-health', run: async () => perDriver(await look(), judge) }
}

function judge({ driver, module }: UsedDriver): Finding | undefined {
  const { state, failure = { code: 'environment.driverFailed' as const }, quarantinedAt } = driver
  // Trying again makes no other library of it: driver-bits says what is wrong.
  if (failure.code === 'token.moduleWrongArchitecture') return undefined
  if (state === 'failed' || state === 'quarantined') {
    const details = quarantinedAt === undefined ? [] : [{ label: 'quarantinedAt', value: quarantinedAt }]
    return { state: 'blocked', failure, fix: 'retry-driver', details }
  }
  if (state === 'starting' || module?.isSilent === true) {
    return { state: 'unknown', failure: { code: 'environment.checkTimedOut' } }
  }
  return { state: 'ok' }
}
