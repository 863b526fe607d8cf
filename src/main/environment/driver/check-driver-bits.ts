import type { Check } from '../check.ts'
import type { LookAtDevices } from '../device/device-look.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { perDriver, type UsedDriver } from './used-drivers.ts'

/** Is each driver built for this program? Read from its header, so that it is told also of one that cannot be loaded. */
export function checkDriverBits(look: LookAtDevices): Check {
  return { name: 'driver-bits', run: async () => perDriver(await look(), judge) }
}

function judge({ driver: { bits, cpu, failure } }: UsedDriver): Finding | undefined {
  if (failure?.code === 'token.moduleWrongArchitecture') return { state: 'blocked', failure }
  // The demonstration's own token is no library, and one that is not there has no header.
  if (bits === undefined) return undefined
  return { state: 'ok', facts: { bits }, details: cpu === undefined ? [] : [{ label: 'cpu', value: cpu }] }
}
