import type { Log } from '../../logging/log.ts'
import { openSettings, type SettingsStore } from '../settings-store.ts'
import { underPolicy } from './managed-store.ts'
import type { PolicySource } from './policy-source.ts'
import { readManaged } from './read-managed.ts'

interface ManagedHost {
  readonly mode: 'demo' | 'real'
  readonly log: Log
}

/** The user's settings under those of the administrator. The demonstration reaches nothing real, and reads no policy. */
export async function openManagedSettings(
  path: string,
  { mode, log }: ManagedHost,
  policies: readonly PolicySource[] = [],
): Promise<SettingsStore> {
  const sources = mode === 'demo' ? [] : policies
  const [store, managed] = await Promise.all([openSettings(path), readManaged({ sources, now: () => new Date(), log })])
  return underPolicy(store, managed)
}
