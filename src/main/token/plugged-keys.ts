import type { PinState, TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState, ShownToken } from './module-state.ts'

/** A key that is plugged in, whichever interfaces tell of it. */
export interface PluggedKey {
  /** By PKCS#11, where that tells of it: this is the one whose PIN is managed. */
  readonly token: ShownToken
  /** What the other interface answers for. */
  readonly others: readonly ShownToken[]
}

/**
 * The keys that the modules tell of, each once. Tokens that share a serial number come together (two PINs of one card, or a
 * vendor's carelessness), and those of two interfaces that are one key; where an SKF device shows several applications, each
 * has a PIN of its own and stays for itself.
 */
export function pluggedKeys(modules: readonly ModuleState[]): readonly PluggedKey[] {
  const bySkf = (isSkf: boolean) =>
    modules.filter((module) => (module.interface === 'skf') === isSkf).flatMap(({ tokens }) => tokens)
  return [...bySkf(false), ...bySkf(true)].reduce<readonly PluggedKey[]>((keys, token) => {
    const key = keys.find((known) => isOne(known.token, token))
    if (key === undefined) return [...keys, { token, others: [] }]
    return keys.map((known) => (known === key ? { ...known, others: [...known.others, token] } : known))
  }, [])
}

function isOne(known: ShownToken, token: ShownToken): boolean {
  if (known.serialNumber === token.serialNumber) return true
  const isOnlyOther = known.alsoKnownAs?.length === 1 && known.alsoKnownAs.includes(token.serialNumber)
  return isOnlyOther && token.alsoKnownAs?.includes(known.serialNumber) === true
}

/** The key as one token: all certificates, the least room, and the PIN as whoever knows worse of it says. */
export function asOneToken({ token, others }: PluggedKey): TokenSnapshot {
  return others.reduce<TokenSnapshot>((one, other) => {
    const freeBytes = least(one.freeBytes, other.freeBytes)
    const triesLeft = least(one.pin.triesLeft, other.pin.triesLeft)
    return {
      ...one,
      certificates: [...one.certificates, ...other.certificates],
      pin: {
        ...one.pin,
        state: worse(one.pin.state, other.pin.state),
        ...(triesLeft === undefined ? {} : { triesLeft }),
      },
      ...(freeBytes === undefined ? {} : { freeBytes }),
    }
  }, token)
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}

const order: readonly PinState[] = ['ok', 'count-low', 'final-try', 'locked']

function worse(one: PinState, other: PinState): PinState {
  return order.indexOf(one) > order.indexOf(other) ? one : other
}
