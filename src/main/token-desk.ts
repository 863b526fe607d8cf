import { describeOverview } from './certificates/overview.ts'
import type { DemoSlot } from './demo/demo-slot.ts'
import { openDrivers } from './drivers/open-drivers.ts'
import type { Drivers } from './drivers/drivers.ts'
import type { DriverHost } from './drivers/ports.ts'
import type { Publish } from './ipc/publish.ts'
import type { Deadlines } from './token/deadlines.ts'
import { createTokenModules, type TokenModules } from './token/token-modules.ts'
import { createWaits, type Waits } from './token/waits.ts'
import type { WorkerSpawner } from './token/worker-handle.ts'
import type { BusWatch } from './usb/bus-watch.ts'
import type { SystemBus } from './usb/system-bus.ts'
import { watchBus } from './usb/watch-bus.ts'
import type { Overview } from '../shared/ipc/models.ts'

/** What the tokens need of the program's surroundings. */
export interface TokenHost {
  readonly mode: 'demo' | 'real'
  /** Where settings and journals are kept. */
  readonly userData: string
  readonly publish: Publish
  readonly spawnWorker: WorkerSpawner
  /** How long operations of a token may take, in ms, where it is not as usual. */
  readonly deadlines?: Partial<Deadlines>
  /** Where drivers are looked for, and what is asked of the user about them. */
  readonly drivers: DriverHost
  /** How this system is asked about its USB bus; left out, nothing is said about it. */
  readonly usb?: SystemBus
  /** Is the window there to be looked at? */
  readonly isShown?: () => boolean
}

interface DeskParts {
  readonly host: TokenHost
  readonly demo: DemoSlot
  readonly userPaths: () => readonly string[]
  readonly now: () => Date
  readonly driversNotKept: (error: unknown) => void
}

/** Everything about the keys of this computer: the drivers, the modules in use with their tokens, and the bus. */
export interface TokenDesk {
  readonly drivers: Drivers
  readonly modules: TokenModules
  readonly waits: Waits
  overview(): Overview
  /** Looks at drivers, tokens and bus again. `asked`: somebody wants it, so also what somebody stopped waiting for. */
  refresh(why?: 'asked'): Promise<void>
  /** The computer has woken up: no handle of a driver is trusted any more. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export async function openTokenDesk({ host, demo, now, ...parts }: DeskParts): Promise<TokenDesk> {
  const isDemo = host.mode === 'demo'
  const waits = createWaits((waiting) => host.publish('token:waiting', waiting))
  const drivers = await openDrivers({
    ...{ folder: host.userData, host: host.drivers, userPaths: parts.userPaths, modules: () => modules },
    isFixed: isDemo,
    notKept: parts.driversNotKept,
  })
  const overview = (): Overview => {
    const shown = describeOverview(modules.states(), now(), demo.isStarting() || drivers.isSearching())
    const report = bus.report()
    return report === undefined ? shown : { ...shown, bus: report }
  }
  const overviewChanged = () => host.publish('certificates:changed', overview())
  const modules = createTokenModules({
    ...{ spawn: host.spawnWorker, deadlines: host.deadlines, onSlow: waits.begin },
    ...{ memory: isDemo ? undefined : drivers.memory, preferredModule: drivers.preferredModuleOf },
    changed: () => {
      bus.modulesChanged()
      overviewChanged()
      host.publish('drivers:changed', drivers.report())
    },
  })
  const bus = watchBus({
    ...{ system: isDemo ? undefined : host.usb, isShown: host.isShown },
    ...{ drivers: () => drivers.table().drivers, modules: modules.states },
    changed: () => {
      overviewChanged()
      // What has been plugged in may need a driver that was not loaded for want of its key.
      void drivers.search()
    },
  })
  return { drivers, modules, waits, overview, ...together({ drivers, modules, bus }) }
}

interface Running {
  readonly drivers: Drivers
  readonly modules: TokenModules
  readonly bus: BusWatch
}

function together({ drivers, modules, bus }: Running): Pick<TokenDesk, 'refresh' | 'reopen' | 'close'> {
  return {
    refresh: async (why) => {
      await drivers.search()
      await modules.refresh(why)
      await bus.look()
    },
    reopen: async () => {
      await drivers.search()
      await modules.reopen()
    },
    close: async () => {
      bus.stop()
      const isSettled = drivers.close()
      modules.stop()
      await isSettled
    },
  }
}
