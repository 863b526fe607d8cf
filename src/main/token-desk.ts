import type { Followed } from './certificates/cards.ts'
import { describeOverview } from './certificates/overview.ts'
import type { DemoSlot } from './demo/demo-slot.ts'
import { openDrivers } from './drivers/open-drivers.ts'
import type { Drivers } from './drivers/drivers.ts'
import type { DriverHost } from './drivers/ports.ts'
import type { Publish } from './ipc/publish.ts'
import type { Deadlines } from './token/deadlines.ts'
import type { RefreshReason } from './token/token-module.ts'
import { createTokenModules, type TokenModules } from './token/token-modules.ts'
import { createWaits, type Waits } from './token/waits.ts'
import type { WorkerSpawner } from './token/worker-handle.ts'
import type { ChooseWorker } from './token/worker-kind.ts'
import type { BusWatch } from './usb/bus-watch.ts'
import type { SystemBus } from './usb/system-bus.ts'
import { watchBus } from './usb/watch-bus.ts'
import type { SettingsStore } from './settings/settings-store.ts'
import { openTrust, type TrustHost } from './trust/open-trust.ts'
import type { Trust } from './trust/trust.ts'
import type { Overview } from '../shared/ipc/models.ts'

/** What the tokens need of the program's surroundings. */
export interface TokenHost extends TrustHost {
  readonly publish: Publish
  readonly spawnWorker: WorkerSpawner
  /** Which kind of worker a module gets, where that is not as usual. */
  readonly chooseWorker?: ChooseWorker
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
  readonly settings: SettingsStore
  readonly now: () => Date
  readonly driversNotKept: (error: unknown) => void
  /** Which certificates renewals have put others in place of, and had to leave. */
  readonly followed: () => Followed
  /** Adds to the overview what is known of the tokens' PINs. */
  readonly mark: (overview: Overview) => Overview
}

/** Everything about the keys of this computer: the drivers, the modules in use with their tokens, and the bus. */
export interface TokenDesk {
  readonly drivers: Drivers
  readonly modules: TokenModules
  readonly waits: Waits
  readonly trust: Trust
  overview(): Overview
  /** Looks at drivers, tokens and bus again. */
  refresh(why?: RefreshReason): Promise<void>
  /** The computer has woken up: no handle of a driver is trusted any more. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export async function openTokenDesk({ host, demo, settings, now, mark, ...parts }: DeskParts): Promise<TokenDesk> {
  const isDemo = host.mode === 'demo'
  const waits = createWaits((waiting) => host.publish('token:waiting', waiting))
  const drivers = await openDrivers({
    ...{ folder: host.userData, host: host.drivers, modules: () => modules, isFixed: isDemo },
    ...{ ...namedDrivers(settings), notKept: parts.driversNotKept },
  })
  const overview = (): Overview => {
    const isStarting = demo.isStarting() || drivers.isSearching()
    const shown = mark(
      describeOverview(modules.states(), now(), isStarting, { assess: trust.assess, followed: parts.followed() }),
    )
    const report = bus.report()
    return report === undefined ? shown : { ...shown, bus: report }
  }
  const overviewChanged = () => host.publish('certificates:changed', overview())
  const modules = createTokenModules({
    ...{ spawn: host.spawnWorker, chooseWorker: host.chooseWorker, deadlines: host.deadlines, onSlow: waits.begin },
    ...{ memory: isDemo ? undefined : drivers.memory, preferredModule: drivers.preferredModuleOf },
    changed: () => {
      bus.modulesChanged()
      overviewChanged()
      host.publish('drivers:changed', drivers.report())
      trust.check()
    },
  })
  const tokens = () => modules.states().flatMap((module) => module.tokens)
  const trust = openTrust(host, { tokens, store: settings, demo, now, changed: overviewChanged })
  const bus = watchBus({
    ...{ system: isDemo ? undefined : host.usb, isShown: host.isShown },
    ...{ drivers: () => drivers.table().drivers, modules: modules.states },
    changed: () => {
      overviewChanged()
      // What has been plugged in may need a driver that was not loaded for want of its key.
      void drivers.search()
    },
  })
  return { drivers, modules, waits, trust, overview, ...together({ drivers, modules, bus }) }
}

/** Who names a driver decides who can take it off the list. */
function namedDrivers(settings: SettingsStore) {
  const managedPaths = () => settings.read().managed?.values.modules ?? []
  return { managedPaths, userPaths: () => settings.read().modules.filter((path) => !managedPaths().includes(path)) }
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
