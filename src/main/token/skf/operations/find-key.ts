import { createHash } from 'node:crypto'
import { toContainerId } from '../../../../shared/token/container-id.ts'
import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'
import { readKey } from './read-key.ts'
import { askNames } from './with-container.ts'

const roles = ['signing', 'encryption'] as const

/** Walks the containers. Native calls: 1, and 3 per container up to the one that is found. */
export function findKey(
  state: SkfState,
  place: UnlockedPlace,
  { publicKeySha256 }: TokenInput<'findKey'>,
): TokenOutput<'findKey'> {
  for (const name of askNames(state, place)) {
    for (const role of roles) {
      const pair = { container: Buffer.from(name, 'hex'), role }
      const key = readKey(state, place, pair)
      if (key === undefined) continue
      if (createHash('sha256').update(key.spki).digest('hex') === publicKeySha256) return { id: toContainerId(pair) }
    }
  }
  return {}
}
