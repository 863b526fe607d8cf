import type { Overview, Token } from '../../shared/ipc/models.ts'
import type { ModuleState } from '../token/module-state.ts'
import { asOneToken, pluggedKeys, type PluggedKey } from '../token/plugged-keys.ts'
import type { Assess } from '../trust/describe-trust.ts'
import { describeCards, type Followed } from './cards.ts'

/** Everything that 我的证书 shows, from what the modules last told. */
export function describeOverview(
  modules: readonly ModuleState[],
  now: Date,
  isStarting: boolean,
  known: { readonly assess?: Assess; readonly followed?: Followed } = {},
): Overview {
  const tokens = modules.flatMap((module) => module.tokens.map((token) => ({ ...token, interface: module.interface })))
  const readAt = modules
    .flatMap((module) => module.readAt ?? [])
    .sort((one, other) => other.getTime() - one.getTime())[0]
  return {
    complete: !isStarting && modules.every((module) => module.state !== 'starting'),
    ...(readAt === undefined ? {} : { readAt: readAt.toISOString() }),
    now: now.toISOString(),
    modules: modules.map(({ path, name, state, failure, quarantine }) => ({
      path,
      name,
      state,
      ...(failure === undefined ? {} : { failure }),
      ...(quarantine === undefined ? {} : { quarantinedAt: quarantine.at.toISOString() }),
    })),
    tokens: pluggedKeys(modules).map(describeKey),
    cards: firstOf(
      tokens.flatMap((token) => describeCards(token, now, known)),
      ({ id }) => id,
    ),
  }
}

/** The first of those that have the same name. */
function firstOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[] {
  const names = new Set<string>()
  return items.filter((item) => {
    const name = nameOf(item)
    const isFirst = !names.has(name)
    names.add(name)
    return isFirst
  })
}

function describeKey(key: PluggedKey): Token {
  const { serialNumber, label, model, pin, securityOfficerPin } = asOneToken(key)
  const { state, minLength, maxLength, areLimitsTold, triesLeft } = pin
  const names = [...new Set(key.others.map((other) => other.serialNumber))].filter((name) => name !== serialNumber)
  return {
    ...{ serialNumber, cardNumber: serialNumber, label, model },
    ...(names.length === 0 ? {} : { alsoKnownAs: names }),
    pin: {
      ...{ state, minLength, maxLength },
      ...(areLimitsTold === undefined ? {} : { areLimitsTold }),
      ...(triesLeft === undefined ? {} : { triesLeft }),
      ...(securityOfficerPin === undefined ? {} : { securityOfficer: securityOfficerPin }),
    },
  }
}
