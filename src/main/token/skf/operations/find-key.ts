import { createHash } from 'node:crypto'
import { toContainerId, type ContainerPair } from '../../../../shared/token/container-id.ts'
import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import { AppError } from '../../../app-error.ts'
import { isAnswering } from '../state/devices.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey } from './read-key.ts'
import { askNames } from './with-container.ts'

const roles = ['signing', 'encryption'] as const

/**
 * Walks the containers. Native calls: 1, and 3 per container up to the one that is found. What cannot be read does not
 * hide the others.
 */
export function findKey(
  state: SkfState,
  place: UnlockedPlace,
  { publicKeySha256 }: TokenInput<'findKey'>,
): TokenOutput<'findKey'> {
  for (const name of askNames(state, place)) {
    for (const role of roles) {
      const pair = { container: Buffer.from(name, 'hex'), role }
      if (hashOf(state, place, pair) === publicKeySha256) return { id: toContainerId(pair) }
    }
  }
  return {}
}

/** Hex SHA-256 of the SPKI. */
function hashOf(state: SkfState, place: UnlockedPlace, pair: ContainerPair): string | undefined {
  try {
    const key = readKey(state, place, pair)
    return key === undefined ? undefined : createHash('sha256').update(key.spki).digest('hex')
  } catch (thrown) {
    if (thrown instanceof AppError && isAnswering(state, place.device)) return undefined
    throw thrown
  }
}
