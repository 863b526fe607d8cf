import { setTimeout as sleep } from 'node:timers/promises'
import type { BusReport } from '../../../shared/ipc/models-bus.ts'
import type { DriverReport } from '../../../shared/ipc/models-drivers.ts'
import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import type { ModuleState } from '../../token/module-state.ts'
import { asOneToken, pluggedKeys } from '../../token/plugged-keys.ts'
import type { TokenDesk } from '../../token-desk.ts'

/** The keys and drivers of this computer, looked at just now. */
export interface DeviceLook {
  readonly modules: readonly LookedAtModule[]
  readonly drivers: DriverReport['drivers']
  /** Why there is no token; absent while there is one, and where the bus has not been asked. */
  readonly bus?: BusReport | undefined
}

export interface LookedAtModule extends ModuleState {
  /** It has not answered this look: what it told before is not known to be true any more. */
  readonly isSilent: boolean
}

export type LookAtDevices = () => Promise<DeviceLook>

type LookedAtDesk = Pick<TokenDesk, 'overview' | 'refresh'> & {
  readonly modules: Pick<TokenDesk['modules'], 'states'>
  readonly drivers: Pick<TokenDesk['drivers'], 'report'>
}

/** Well within the usual deadline of a check: what is known of the other drivers is told although one hangs. */
const patienceMs = 3500

/**
 * Asks the desk to look anew, and tells what it knows then. All checks of a run ask at once and share one look. A driver
 * that takes longer than `patience` is not waited for; what somebody stopped waiting for is not begun again.
 */
export function createDeviceLook(desk: LookedAtDesk, patience: () => Promise<unknown> = wait): LookAtDevices {
  let looking: Promise<DeviceLook> | undefined
  const look = async (): Promise<DeviceLook> => {
    const before = new Set(desk.modules.states().flatMap(({ readAt }) => readAt ?? []))
    await Promise.race([desk.refresh(), patience()])
    const isSilent = ({ state, readAt }: ModuleState) =>
      state === 'starting' || (state === 'ready' && readAt !== undefined && before.has(readAt))
    return {
      modules: desk.modules.states().map((module) => ({ ...module, isSilent: isSilent(module) })),
      drivers: desk.drivers.report().drivers,
      bus: desk.overview().bus,
    }
  }
  return () => (looking ??= look().finally(() => (looking = undefined)))
}

function wait(): Promise<unknown> {
  return sleep(patienceMs, undefined, { ref: false })
}

/** The keys that were seen by this look, each as one token, whichever interfaces tell of it. */
export function tokensOf({ modules }: DeviceLook): readonly TokenSnapshot[] {
  return pluggedKeys(modules.filter(({ isSilent }) => !isSilent)).map(asOneToken)
}
