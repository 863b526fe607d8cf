import type { Overview, Token } from '../../shared/ipc/models.ts'
import type { TokenSnapshot } from '../../shared/token/messages.ts'
import type { ModuleState } from '../token/module-state.ts'
import type { Assess } from '../trust/describe-trust.ts'
import { describeCards } from './cards.ts'

/** Everything that 我的证书 shows, from what the modules last told. */
export function describeOverview(
  modules: readonly ModuleState[],
  now: Date,
  isStarting: boolean,
  assess?: Assess,
): Overview {
  const tokens = modules.flatMap((module) => module.tokens)
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
    // Two tokens may share a serial number (two PINs of one card, or a vendor's carelessness): one heading for both.
    tokens: firstOf(tokens, ({ serialNumber }) => serialNumber).map(describeToken),
    cards: firstOf(
      tokens.flatMap((token) => describeCards(token, now, assess)),
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

function describeToken({ serialNumber, label, model, pin, securityOfficerPin }: TokenSnapshot): Token {
  const { state, minLength, maxLength } = pin
  const officer = securityOfficerPin === undefined ? {} : { securityOfficer: securityOfficerPin }
  return { serialNumber, cardNumber: serialNumber, label, model, pin: { state, minLength, maxLength, ...officer } }
}
