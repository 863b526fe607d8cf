import { AppError } from '../../../app-error.ts'
import { readContainerId, type ContainerPair } from '../../../../shared/token/container-id.ts'
import { enumerateContainers, openContainer } from '../native/containers.ts'
import type { ContainerHandle } from '../native/handles.ts'
import { nameKey } from '../native/name-list.ts'
import type { UnlockedPlace } from '../state/places.ts'
import type { SkfState } from '../state/skf-state.ts'

/** The container that an id names. Code token.keyNotFound: it is no such id. */
export function pairOf(id: string): ContainerPair {
  const pair = readContainerId(id)
  if (pair === undefined) throw new AppError('token.keyNotFound', { details: { detail: 'id' } })
  return pair
}

/**
 * A container that is on the token, kept open for the rest of the login. Native calls: 1, once. Code token.keyNotFound:
 * there is none of that name. Told by the names alone, since vendors tell it by different codes.
 */
export function openForLogin({ calls }: SkfState, place: UnlockedPlace, { container }: ContainerPair): ContainerHandle {
  const { application, unlocked } = place
  const key = nameKey(container)
  const opened = unlocked.open.get(key)
  if (opened !== undefined) return opened
  if (!unlocked.names.has(key)) throw new AppError('token.keyNotFound', { details: { detail: 'container' } })
  const handle = openContainer(calls, application.handle, container)
  unlocked.open.set(key, handle)
  return handle
}

/** Asks the token for its containers anew (1 native call): another program may have been here. */
export function askNames({ calls }: SkfState, { application, unlocked }: UnlockedPlace): ReadonlySet<string> {
  const names = enumerateContainers(calls, application.handle).map(nameKey)
  unlocked.names.clear()
  for (const name of names) unlocked.names.add(name)
  return unlocked.names
}
