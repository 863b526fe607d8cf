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

/**
 * The key as one token: all certificates, the least room, and the PIN as whoever knows worse of it says. But it is locked only
 * where all say so, since it may not be one PIN; and how many tries are left is said only where all tell a number.
 */
export function asOneToken({ token, others }: PluggedKey): TokenSnapshot {
  return others.reduce<TokenSnapshot>((one, other) => {
    const freeBytes = least(one.freeBytes, other.freeBytes)
    return {
      ...one,
      certificates: [...one.certificates, ...other.certificates],
      pin: together(one.pin, other.pin),
      ...(freeBytes === undefined ? {} : { freeBytes }),
    }
  }, token)
}

type Pin = TokenSnapshot['pin']

function together({ triesLeft: ownTries, ...one }: Pin, { triesLeft: otherTries, state }: Pin): Pin {
  const both = { ...one, state: worse(one.state, state) }
  return ownTries === undefined || otherTries === undefined
    ? both
    : { ...both, triesLeft: Math.min(ownTries, otherTries) }
}

function least(one: number | undefined, other: number | undefined): number | undefined {
  return one === undefined || other === undefined ? (one ?? other) : Math.min(one, other)
}

const order: readonly PinState[] = ['ok', 'count-low', 'final-try', 'locked']

function worse(one: PinState, other: PinState): PinState {
  if (one === 'locked' && other !== 'locked') return worse('count-low', other)
  if (other === 'locked' && one !== 'locked') return worse(one, 'count-low')
  return order.indexOf(one) > order.indexOf(other) ? one : other
}
