import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { emptyState, PlatformState } from './state.ts'

export interface StateFile {
  readonly state: PlatformState
  /** Writes all of the state; when it returns, a crash no longer loses it. Synchronous, so nothing changes meanwhile. */
  readonly save: () => void
}

/** @throws when the file is there but cannot be read as state: guessing would lose certificates. */
export function openStateFile(path: string | undefined): StateFile {
  if (path === undefined) return { state: emptyState(), save: () => undefined }
  const state = existsSync(path) ? PlatformState.parse(JSON.parse(readFileSync(path, 'utf8'))) : emptyState()
  return {
    state,
    save: () => {
      const temporary = `${path}.tmp`
      writeFileSync(temporary, JSON.stringify(state), { mode: 0o600, flush: true })
      renameSync(temporary, path)
    },
  }
}
