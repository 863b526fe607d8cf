import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { Clock } from '../../renewal/ports.ts'
import type { Check } from '../check.ts'
import { inOrder, outOfOrder } from '../finding.ts'
import type { AskService } from '../network/ask-service.ts'
import { judgeClock } from './judge-clock.ts'

interface ClockParts {
  readonly clock: Pick<Clock, 'skewMs'>
  /** Asks the platform: its answer measures the clock. */
  readonly ask: AskService
}

/**
 * Is the computer's clock that of the platform? Codes renewal.clockSkew, environment.clockOff,
 * environment.clockUnmeasured.
 */
export function createClockCheck({ clock, ask }: ClockParts): Check {
  return {
    name: 'clock',
    deadlineMs: 8000,
    run: async () => {
      // Why it did not answer is told in the rows of the network; an earlier answer may still speak for this moment.
      await ask().catch(() => undefined)
      return [describe(clock.skewMs())]
    },
  }
}

function describe(skewMs: number | undefined): Finding {
  const { state, failure } = judgeClock(skewMs)
  if (state === 'ok') return inOrder({ seconds: Math.round(Math.abs(skewMs ?? 0) / 1000) })
  return outOfOrder(state, failure ?? { code: 'environment.clockUnmeasured' })
}
