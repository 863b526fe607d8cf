import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState, ShownToken } from './module-state.ts'
import type { TokenModules } from './token-modules.ts'

/**
 * Has the PIN of this key one try left? As far as the key tells, by whichever of its interfaces: it may be one PIN, and to ask
 * once too often costs nothing. A key by SKF that was only glanced at since it was plugged in has not been asked yet: then it is.
 */
export async function isFinalTry(
  modules: Pick<TokenModules, 'states' | 'refresh'>,
  serialNumber: string,
): Promise<boolean> {
  const told = () => modules.states().flatMap((module) => tokensOf(module, serialNumber))
  if (told().some(isUntold)) await modules.refresh()
  return told()
    .flatMap(({ token: { pin, otherPins = [] } }) => [pin, ...otherPins])
    .some(isLast)
}

interface Told {
  readonly token: ShownToken
  readonly isSkf: boolean
}

function tokensOf({ tokens, interface: spoken }: ModuleState, serialNumber: string): readonly Told[] {
  return tokens
    .filter((token) => token.serialNumber === serialNumber || token.alsoKnownAs?.includes(serialNumber) === true)
    .map((token) => ({ token, isSkf: spoken === 'skf' }))
}

/** By PKCS#11 the flags come with the token itself. */
function isUntold({ token: { pin, otherPins = [] }, isSkf }: Told): boolean {
  const bySkf = isSkf ? [pin] : otherPins
  return bySkf.some(({ triesLeft }) => triesLeft === undefined)
}

function isLast({ state, triesLeft }: TokenSnapshot['pin']): boolean {
  return state === 'final-try' || triesLeft === 1
}
