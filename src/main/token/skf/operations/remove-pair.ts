import { readContainerId, type ContainerPair } from '../../../../shared/token/container-id.ts'
import type { TokenInput, TokenOutput } from '../../../../shared/token/messages.ts'
import { AppError } from '../../../app-error.ts'
import { openContainer } from '../native/containers.ts'
import { nameKey } from '../native/name-list.ts'
import { endMarked } from '../native/octets.ts'
import { isSkfCode, SAR, skfCodeOf } from '../skf-errors.ts'
import { quietly } from '../state/devices.ts'
import type { UnlockedPlace } from '../state/places.ts'
import { requireLayout } from '../state/require-layout.ts'
import type { SkfState } from '../state/skf-state.ts'
import { whyKept } from './why-kept.ts'
import { askNames } from './with-container.ts'

/**
 * Deletes the very container that the id of a signing pair names, with all that is in it; by the id of an encryption pair
 * nothing goes. Native calls: 4 to look what is in it, when only a certain pair is to go; SKF_CloseContainer where it was open,
 * SKF_DeleteContainer, and SKF_OpenContainer, by which it is seen to be gone; SKF_EnumContainer before where
 * other programs are not kept away. Code token.failed (details.detail stillThere).
 */
export function removePair(
  state: SkfState,
  place: UnlockedPlace,
  { id, onlyAs }: TokenInput<'removePair'>,
): TokenOutput<'removePair'> {
  const pair = readContainerId(id)
  if (pair?.role !== 'signing') return { removed: 0 }
  const names = place.unlocked.isReserved ? place.unlocked.names : askNames(state, place)
  if (!names.has(nameKey(pair.container))) return { removed: 0 }
  const kept = onlyAs === undefined ? undefined : whyKept(state, place, { pair, certificate: onlyAs })
  if (kept !== undefined) return { removed: 0, kept }
  deleteContainer(state, place, pair)
  return { removed: 1 }
}

function deleteContainer(state: SkfState, place: UnlockedPlace, pair: ContainerPair): void {
  const { application, device, unlocked } = place
  const { calls } = state
  const key = nameKey(pair.container)
  requireLayout(device)
  closeForLogin(state, place, key)
  application.changed.add(key)
  calls.demand('SKF_DeleteContainer', application.handle, endMarked(pair.container))
  if (opens(state, place, pair.container) && askNames(state, place).has(key)) {
    throw new AppError('token.failed', { details: { call: 'SKF_DeleteContainer', detail: 'stillThere' } })
  }
  unlocked.names.delete(key)
  unlocked.made.delete(key)
  unlocked.points.delete(key)
}

function closeForLogin({ calls }: SkfState, { unlocked }: UnlockedPlace, key: string): void {
  const opened = unlocked.open.get(key)
  if (opened === undefined) return
  unlocked.open.delete(key)
  quietly(() => calls.ask('SKF_CloseContainer', opened))
}

/** A list may be an old one, and some libraries open what is not there: both have to say that it is. */
function opens({ calls }: SkfState, { application }: UnlockedPlace, name: Uint8Array): boolean {
  try {
    const container = openContainer(calls, application.handle, name)
    quietly(() => calls.ask('SKF_CloseContainer', container))
    return true
  } catch (thrown) {
    if (skfCodeOf(thrown) === undefined || isSkfCode(thrown, SAR.deviceRemoved)) throw thrown
    return false
  }
}
