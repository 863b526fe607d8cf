import { AppError } from '../app-error.ts'
import type { Token, UnlockedToken } from './ports.ts'

/** How long a token stays logged in while the user reads and clicks; after that the PIN is asked for again. */
const idleLockMs = 120_000

/** The logins of this program: at most one per renewal, ended by completion, failure, or two minutes of nothing. */
export interface UnlockedTokens {
  unlock(renewalId: string, serialNumber: string, pin: string): Promise<void>
  /** Code token.notUnlocked: the PIN is needed. */
  of(renewalId: string): UnlockedToken
  has(renewalId: string): boolean
  lock(renewalId: string): Promise<void>
  lockAll(): Promise<void>
}

interface Login {
  readonly token: UnlockedToken
  readonly timer: NodeJS.Timeout
}

/** @param locked is told when a login has ended by itself */
export function createUnlockedTokens(
  token: Token,
  locked: (renewalId: string) => void,
  idleMs = idleLockMs,
): UnlockedTokens {
  const logins = new Map<string, Login>()
  const lock = async (renewalId: string) => {
    const login = logins.get(renewalId)
    if (login === undefined) return
    logins.delete(renewalId)
    clearTimeout(login.timer)
    await login.token.lock()
  }
  const expire = async (renewalId: string) => {
    await lock(renewalId)
    locked(renewalId)
  }
  return {
    unlock: async (renewalId, serialNumber, pin) => {
      await lock(renewalId)
      const unlocked = await token.unlock(serialNumber, pin)
      logins.set(renewalId, { token: unlocked, timer: setTimeout(() => void expire(renewalId), idleMs).unref() })
    },
    of: (renewalId) => {
      const login = logins.get(renewalId)
      if (login === undefined) throw new AppError('token.notUnlocked')
      login.timer.refresh()
      return login.token
    },
    has: (renewalId) => logins.has(renewalId),
    lock,
    lockAll: async () => {
      await Promise.all([...logins.keys()].map(lock))
    },
  }
}
