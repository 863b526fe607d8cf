import { HostEmitter } from '../host-emitter.ts'
import { notice } from '../notice.ts'
import { strict } from '../strict.ts'

const POWER_EVENTS = ['suspend', 'resume', 'on-ac', 'on-battery', 'shutdown', 'lock-screen', 'unlock-screen']

/** The `powerMonitor` module. Nothing is watched: a test emits the event itself. */
export class HostPowerMonitor extends HostEmitter {
  readonly onBatteryPower = false

  constructor() {
    super('powerMonitor', POWER_EVENTS)
  }

  getSystemIdleTime(): number {
    return 0
  }

  getSystemIdleState(): 'active' {
    return 'active'
  }

  isOnBatteryPower(): boolean {
    return false
  }
}

export const powerMonitor = strict('powerMonitor', new HostPowerMonitor())

const blockers = new Set<number>()
let lastBlocker = 0

/** The `powerSaveBlocker` module: it keeps count of the blockers, and blocks nothing. */
export const powerSaveBlocker = strict('powerSaveBlocker', {
  start(type: 'prevent-app-suspension' | 'prevent-display-sleep'): number {
    notice('powerSaveBlocker.start', type)
    blockers.add(++lastBlocker)
    return lastBlocker
  },
  stop: (id: number): boolean => blockers.delete(id),
  isStarted: (id: number): boolean => blockers.has(id),
})
