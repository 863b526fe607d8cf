import type { Check } from '../check.ts'
import type { LookAtDevices } from '../device/device-look.ts'
import { checkDriverBits } from './check-driver-bits.ts'
import { checkDriverFound } from './check-driver-found.ts'
import { checkDriverHealth } from './check-driver-health.ts'
import { checkDriverVersion } from './check-driver-version.ts'

/** 驱动: the vendors' libraries. */
export function createDriverChecks(look: LookAtDevices): readonly Check[] {
  return [checkDriverFound, checkDriverBits, checkDriverVersion, checkDriverHealth].map((check) => check(look))
}
