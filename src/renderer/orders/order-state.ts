import type { PlatformOrder } from '../../shared/ipc/models-platform.ts'

type State = PlatformOrder['state']

export const orderTones: Readonly<Record<State, 'good' | 'warn' | 'bad' | 'none'>> = {
  'pending-verification': 'warn',
  ready: 'warn',
  'in-review': 'warn',
  issuing: 'warn',
  issued: 'warn',
  completed: 'good',
  rejected: 'bad',
  expired: 'none',
  cancelled: 'none',
}

const ended: readonly State[] = ['completed', 'rejected', 'expired', 'cancelled']

/** Can nothing more be done with an order in this state? */
export function isEnded(state: State): boolean {
  return ended.includes(state)
}
