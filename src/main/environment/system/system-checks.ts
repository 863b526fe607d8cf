import type { Clock } from '../../renewal/ports.ts'
import type { Check } from '../check.ts'
import type { AskService } from '../network/ask-service.ts'
import { createClockCheck } from './check-clock.ts'
import { createDeviceRightsCheck, type DeviceParts } from './check-device-rights.ts'
import { createDiskCheck, type DiskParts } from './check-disk.ts'
import { createOtherCopyCheck, type OtherCopies } from './check-other-copy.ts'
import { createProgramCheck, type ProgramParts } from './check-program-version.ts'
import { createSystemVersionCheck } from './check-system-version.ts'
import { createTimeZoneCheck, type TimeZone } from './check-time-zone.ts'
import type { SystemRelease } from './system-release.ts'

export interface SystemParts extends ProgramParts {
  readonly clock: Pick<Clock, 'skewMs'>
  readonly ask: AskService
  readonly zone?: () => TimeZone
  readonly release: () => Promise<SystemRelease>
  readonly disk: DiskParts
  readonly devices: DeviceParts
  /** Absent where this program runs from its sources. */
  readonly otherCopies?: OtherCopies | undefined
}

/** 系统: the clock, and what of this computer a renewal depends on. Nothing is changed. */
export function createSystemChecks(parts: SystemParts): readonly Check[] {
  return [
    createClockCheck(parts),
    createTimeZoneCheck(parts.zone),
    createSystemVersionCheck(parts.release),
    createDiskCheck(parts.disk),
    createDeviceRightsCheck(parts.devices),
    createProgramCheck(parts),
    createOtherCopyCheck(parts.otherCopies),
  ]
}
