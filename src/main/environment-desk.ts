import type { Language } from '../shared/language.ts'
import type { ChooseSavePath } from './certificates/export-certificate.ts'
import { openConflicts, type OpenedConflicts } from './conflicts/open-conflicts.ts'
import type { ConflictSystem } from './conflicts/systems/this-system.ts'
import { createEnvironment, type EnvironmentDesk } from './environment/environment.ts'
import { createSurroundingsChecks } from './environment/surroundings-checks.ts'
import type { Log } from './logging/log.ts'
import type { PlatformConnection } from './platform/platform.ts'
import type { TokenDesk, TokenHost } from './token-desk.ts'

/** What 环境检测 needs of the program's surroundings. */
export interface EnvironmentHost extends TokenHost {
  readonly version: string
  readonly log: Log
  readonly chooseSavePath: ChooseSavePath
  readonly language: () => Language
  /** How the operating system is asked what other programs run. */
  readonly conflicts: ConflictSystem
  /** This program's own file, where it is packaged. */
  readonly executable?: string | undefined
}

/** The demonstration's key is on no bus. */
export function openEnvironment(
  host: EnvironmentHost,
  { desk, connection, conflicts }: EnvironmentParts,
): EnvironmentDesk {
  const isDemo = host.mode === 'demo'
  const devices = () => (isDemo ? Promise.resolve([]) : (host.usb?.bus.list() ?? Promise.resolve(undefined)))
  const surroundings = createSurroundingsChecks({
    ...{ connection, version: host.version, userData: host.userData, executable: host.executable },
    ...{ bus: isDemo ? undefined : host.usb?.bus, drivers: desk.drivers.table },
  })
  return createEnvironment({
    ...{ ...host, desk, devices },
    ...{ checks: [...conflicts.checks, ...surroundings], fixes: [conflicts.fix] },
  })
}

interface EnvironmentParts {
  readonly desk: TokenDesk
  readonly connection: PlatformConnection
  readonly conflicts: OpenedConflicts
}

/** Other CA's programs; what is asked of the desk is asked when something is looked for, not before. */
export function findConflicts(host: EnvironmentHost, desk: () => TokenDesk): Promise<OpenedConflicts> {
  return openConflicts({
    ...{ folder: host.userData, keys: host.drivers.keys, system: host.conflicts, log: host.log },
    desk: {
      overview: () => desk().overview(),
      modules: () => desk().modules.states(),
      drivers: () => desk().drivers.table().drivers,
      usb: host.mode === 'demo' ? undefined : host.usb,
    },
  })
}

/** 设置 takes a newer table of either kind by one chooser. */
export function withTable<Host extends EnvironmentHost>(host: Host, { table }: OpenedConflicts): Host {
  return { ...host, drivers: { ...host.drivers, otherTables: [table] } }
}
