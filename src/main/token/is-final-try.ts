import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState } from './module-state.ts'

/**
 * Has the PIN of this key one try left? As far as the key tells, by whichever of its interfaces: it may be one PIN, and to ask
 * once too often costs nothing.
 */
export function isFinalTry(modules: readonly ModuleState[], serialNumber: string): boolean {
  return modules
    .flatMap(({ tokens }) => tokens)
    .filter((token) => token.serialNumber === serialNumber || token.alsoKnownAs?.includes(serialNumber) === true)
    .flatMap(({ pin, otherPins = [] }) => [pin, ...otherPins])
    .some(isLast)
}

function isLast({ state, triesLeft }: TokenSnapshot['pin']): boolean {
  return state === 'final-try' || triesLeft === 1
}
