import { createBusWatch, type BusWatch, type BusWatchParts } from './bus-watch.ts'
import type { SystemBus } from './system-bus.ts'

/** Where there is no bus to ask: the demonstration has no keys, and tests have none of their own accord. */
const noBusWatch: BusWatch = {
  report: () => undefined,
  modulesChanged: () => undefined,
  look: () => Promise.resolve(),
  stop: () => undefined,
}

interface WatchedBus extends Pick<BusWatchParts, 'drivers' | 'modules' | 'changed'> {
  readonly system: SystemBus | undefined
  readonly isShown: (() => boolean) | undefined
}

/** The bus of this system, asked while there is no token. */
export function watchBus({ system, isShown = () => true, ...parts }: WatchedBus): BusWatch {
  return system === undefined ? noBusWatch : createBusWatch({ ...system, ...parts, isShown })
}
