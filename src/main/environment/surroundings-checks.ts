import type { DriverTable } from '../drivers/driver-table.ts'
import type { PlatformConnection } from '../platform/platform.ts'
import { createRunTool } from '../usb/run-tool.ts'
import type { UsbBus } from '../usb/usb-bus.ts'
import type { Check } from './check.ts'
import { createAskService } from './network/ask-service.ts'
import { createNetworkChecks } from './network/network-checks.ts'
import { createOtherCopies } from './system/other-copies.ts'
import { createSystemChecks } from './system/system-checks.ts'
import { readSystemRelease } from './system/system-release.ts'

interface SurroundingsParts {
  readonly connection: Pick<PlatformConnection, 'way' | 'service' | 'clock'>
  /** Of this program. */
  readonly version: string
  readonly userData: string
  /** Nothing where the bus is not looked at. */
  readonly bus?: UsbBus | undefined
  readonly drivers: () => DriverTable
  /** This program's own file, where it is packaged: else its processes cannot be told from others. */
  readonly executable?: string | undefined
}

const toolDeadlineMs = 4000

/** 网络与平台 and 系统, as this computer's operating system is asked. */
export function createSurroundingsChecks(parts: SurroundingsParts): readonly Check[] {
  const { connection, version, userData, bus = nobodyLooks, drivers, executable } = parts
  const { platform, env: environment } = process
  const run = createRunTool(toolDeadlineMs)
  const { way, clock } = connection
  const ask = createAskService(connection)
  return [
    ...createNetworkChecks({ way, ask, version, now: clock.now }),
    ...createSystemChecks({
      ...{ clock, ask, version, disk: { folder: userData } },
      release: () => readSystemRelease({ platform, run }),
      devices: { platform, bus, drivers: () => drivers().drivers },
      otherCopies: executable === undefined ? undefined : createOtherCopies({ platform, environment, executable, run }),
    }),
  ]
}

const nobodyLooks: UsbBus = { list: () => Promise.resolve(undefined) }
