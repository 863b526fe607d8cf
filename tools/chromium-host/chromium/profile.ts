import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'

const PREDECESSOR_GRACE_MS = 3000
const POLL_MS = 50

export interface Profile {
  readonly directory: string
  /** Remembers the Chromium that uses the profile, for a successor that finds this host killed. */
  claim(chromiumPid: number): void
  /** Removes a temporary profile. */
  discard(): void
}

function readPid(file: string): number {
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

/** True while `pid` is a process that was started with `directory` in its command line: a pid alone may be reused. */
function isChromiumOf(directory: string, pid: number): boolean {
  if (!(pid > 0)) return false
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(directory)
  } catch {
    return false
  }
}

/** A killed host's Chromium ends by itself when its pipe closes, but not at once; two of them may not share a profile. */
async function outwaitPredecessor(directory: string, pid: number): Promise<void> {
  const deadline = Date.now() + PREDECESSOR_GRACE_MS
  while (isChromiumOf(directory, pid) && Date.now() < deadline) await sleep(POLL_MS)
  if (isChromiumOf(directory, pid)) process.kill(pid, 'SIGKILL')
  while (isChromiumOf(directory, pid)) await sleep(POLL_MS)
  for (const lock of ['SingletonLock', 'SingletonCookie', 'SingletonSocket'])
    rmSync(join(directory, lock), { force: true })
}

/** Without these Chromium offers to translate the page and to save passwords. */
function writePreferences(directory: string): void {
  const file = join(directory, 'Default/Preferences')
  if (existsSync(file)) return
  mkdirSync(join(directory, 'Default'), { recursive: true })
  writeFileSync(file, JSON.stringify({ translate: { enabled: false }, credentials_enable_service: false }))
}

/**
 * A profile folder that is free to be used.
 * @param kept a folder that outlives this run; only for an app that holds its single-instance lock. null: a temporary one.
 */
export async function prepareProfile(kept: string | null): Promise<Profile> {
  const directory = kept ?? mkdtempSync(join(tmpdir(), 'chromium-host-'))
  const pidFile = join(directory, 'chromium-host.pid')
  await outwaitPredecessor(directory, readPid(pidFile))
  writePreferences(directory)
  return {
    directory,
    claim: (chromiumPid) => writeFileSync(pidFile, String(chromiumPid)),
    discard: () => {
      if (kept === null) rmSync(directory, { recursive: true, force: true, maxRetries: 3 })
      else rmSync(pidFile, { force: true })
    },
  }
}
