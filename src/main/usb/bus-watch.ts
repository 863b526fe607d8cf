import type { BusReport } from '../../shared/ipc/models-bus.ts'
import type { Driver } from '../drivers/driver-table.ts'
import type { ModuleState } from '../token/module-state.ts'
import { createPauses, type StartTimer } from './pauses.ts'
import { keysAmong, tokenCause } from './token-cause.ts'
import type { UsbBus, UsbDevice } from './usb-bus.ts'
import { nobodyKnows, type Holders, type WhoHolds } from './who-holds.ts'

/** Says why there is no token, for as long as there is none. */
export interface BusWatch {
  /** Nothing while there is a token, and before the first look. */
  report(): BusReport | undefined
  /** The modules have told something new. The bus is asked where that matters, not more often than the pauses allow. */
  modulesChanged(): void
  /** Asks now: somebody wants to know. Never rejects. */
  look(): Promise<void>
  stop(): void
}

export interface BusWatchParts {
  readonly bus: UsbBus
  readonly whoHolds: WhoHolds
  readonly drivers: () => readonly Driver[]
  readonly modules: () => readonly ModuleState[]
  /** Is anybody looking? A hidden window does not need to know. */
  readonly isShown: () => boolean
  /** `report()` tells something else than before. */
  readonly changed: () => void
  /** Between two looks, in ms: twice as long after each that showed nothing new, up to the longest one. */
  readonly pauseMs: number
  readonly longestPauseMs: number
  readonly startTimer?: StartTimer
}

interface Seen {
  readonly devices: readonly UsbDevice[] | undefined
  readonly holders: Holders
}

export function createBusWatch(parts: BusWatchParts): BusWatch {
  let seen: Seen | undefined
  let told: string | undefined
  let looking: Promise<void> | undefined
  let isStopped = false
  const isNeeded = () => !isStopped && hasNoToken(parts.modules())
  const report = () => (seen === undefined || !isNeeded() ? undefined : describe(seen, parts))
  const isNews = () => {
    const last = told
    told = JSON.stringify(report())
    return told !== last
  }

  const look = async (): Promise<void> => {
    const next = await seeBus(parts)
    // A token that was found meanwhile makes it old.
    seen = isNeeded() ? next : undefined
    const hasChanged = isNews()
    if (hasChanged) parts.changed()
    pauses.rest(hasChanged)
  }
  const lookOnce = () => (looking ??= look().finally(() => (looking = undefined)))
  const pauses = createPauses(parts, () => {
    if (isNeeded() && parts.isShown()) void lookOnce()
    // Nobody looks: only the timer goes on. With a token not even that.
    else if (isNeeded()) pauses.rest(false)
  })
  return {
    report,
    modulesChanged: () => {
      // What the bus showed before there was a token is old by the time it is gone.
      if (!isNeeded()) seen = told = undefined
      // What it shows now may have another reason, without a new look.
      else if (seen !== undefined && isNews()) parts.changed()
      if (looking === undefined) pauses.end()
    },
    look: () => (isNeeded() ? lookOnce() : Promise.resolve()),
    stop: () => {
      isStopped = true
      pauses.stop()
    },
  }
}

/** A driver that is still starting will tell by itself. */
function hasNoToken(modules: readonly ModuleState[]): boolean {
  return modules.every(({ state, tokens }) => state !== 'starting' && tokens.length === 0)
}

async function seeBus({ bus, whoHolds, drivers }: BusWatchParts): Promise<Seen> {
  const devices = await bus.list()
  const keys = keysAmong({ devices, drivers: drivers() })
  const holders = keys.length === 0 ? nobodyKnows : await whoHolds(keys.map(({ device }) => device))
  return { devices, holders }
}

function describe(seen: Seen, { drivers, modules }: BusWatchParts): BusReport {
  return tokenCause({ ...seen, drivers: drivers(), modules: modules() })
}
