import type { TokenInput } from '../../shared/token/messages.ts'
import { AppError } from '../app-error.ts'
import type { TokenPins } from '../pin/ports.ts'
import type { TokenClaims } from './token-claims.ts'
import type { LocatedToken, TokenModules } from './token-modules.ts'

type Operation = 'changePin' | 'unblockPin'
type Pins<O extends Operation> = Omit<TokenInput<O>, 'slot' | 'serialNumber'>

/** PIN management's token port over the driver modules: never while the token is worked with, and looked at afterwards. */
export function createTokenPins(modules: TokenModules, claims: TokenClaims): TokenPins {
  const alone = async (serialNumber: string, ask: (located: LocatedToken) => Promise<unknown>): Promise<void> => {
    const located = modules.locate(serialNumber)
    const release = claims.claim(located.serialNumbers)
    const resume = modules.pauseWatching(located.path, located.alongside)
    try {
      await ask(located)
    } catch (error) {
      throw withOutcome(error)
    } finally {
      resume()
      // The tries left are shown with the next question, which nobody may ask before they are known.
      await modules.refresh()
      release()
    }
  }
  const asked =
    <O extends Operation>(operation: O, pins: Pins<O>) =>
    ({ process, token: { slot, serialNumber } }: LocatedToken) =>
      process.request(operation, { slot, serialNumber, ...pins } as TokenInput<O>)
  return {
    limits: (serialNumber) => modules.locate(serialNumber).token.pin,
    change: (serialNumber, pins) => alone(serialNumber, asked('changePin', pins)),
    unblock: (serialNumber, pins) => alone(serialNumber, asked('unblockPin', pins)),
  }
}

/** A worker that ended in the middle of it cannot tell what the PIN is now. */
function withOutcome(error: unknown): unknown {
  if (!(error instanceof AppError)) return error
  const { code, details } = error.failure
  const isEnd = code === 'token.crashed' || code === 'token.timeout'
  const wasUnderWay = details?.['operation'] === 'changePin' || details?.['operation'] === 'unblockPin'
  if (!isEnd || !wasUnderWay || details['detail'] === 'waiting') return error
  return new AppError('token.pinOutcomeUnknown', { details, cause: error })
}
