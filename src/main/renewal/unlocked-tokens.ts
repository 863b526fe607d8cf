import { AppError } from '../app-error.ts'
import type { Token, UnlockedToken } from './ports.ts'

/** How long a token stays logged in while the user reads and clicks; after that the PIN is asked for again. */
const idleLockMs = 120_000

/** Which token, and the public key (hex SHA-256 of its SPKI) that is to be worked with. */
interface KeyToUnlock {
  readonly serialNumber: string
  readonly publicKeySha256?: string
}

/** The logins of this program: one per token, held by the renewals that its PIN was given for. */
export interface UnlockedTokens {
  unlock(renewalId: string, key: KeyToUnlock, pin: string): Promise<void>
  /** Code token.notUnlocked: the PIN is needed. */
  of(renewalId: string): UnlockedToken
  has(renewalId: string): boolean
  /** Gives the login up; the token is logged out when no other renewal holds it. */
  lock(renewalId: string): Promise<void>
  lockAll(): Promise<void>
}

interface Login {
  readonly serialNumber: string
  readonly token: UnlockedToken
  readonly holders: Set<string>
  readonly timer: NodeJS.Timeout
}

/** @param locked is told when a login has ended although its renewal did not end it */
export function createUnlockedTokens(
  token: Token,
  locked: (renewalId: string) => void,
  idleMs = idleLockMs,
): UnlockedTokens {
  const logins = createLogins(locked, idleMs)
  return {
    unlock: async (renewalId, { serialNumber, publicKeySha256 }, pin) => {
      await logins.release(renewalId)
      const { holders, spoken } = await logins.takeOver(serialNumber)
      try {
        const unlocked = await token.unlock(serialNumber, pin, publicKeySha256)
        // By the other interface of the same key their pairs have other names: this login is none for them.
        const isTheirs = spoken === (unlocked.interface ?? 'pkcs11')
        logins.add(serialNumber, unlocked, [renewalId, ...(isTheirs ? holders : [])])
        if (!isTheirs) holders.forEach(locked)
      } catch (error) {
        holders.forEach(locked)
        throw error
      }
    },
    of: (renewalId) => {
      const login = logins.heldBy(renewalId)
      if (login === undefined) throw new AppError('token.notUnlocked')
      login.timer.refresh()
      return login.token
    },
    has: (renewalId) => logins.heldBy(renewalId) !== undefined,
    lock: logins.release,
    lockAll: logins.endAll,
  }
}

function createLogins(locked: (renewalId: string) => void, idleMs: number) {
  const logins = new Set<Login>()
  const heldBy = (renewalId: string) => [...logins].find(({ holders }) => holders.has(renewalId))
  const end = async (login: Login) => {
    if (!logins.delete(login)) return
    clearTimeout(login.timer)
    await login.token.lock()
  }
  const expire = async (login: Login) => {
    await end(login)
    login.holders.forEach(locked)
  }
  return {
    heldBy,
    add: (serialNumber: string, token: UnlockedToken, renewalIds: readonly string[]) => {
      const timer = setTimeout(() => void expire(login), idleMs).unref()
      const login: Login = { serialNumber, token, holders: new Set(renewalIds), timer }
      logins.add(login)
    },
    release: async (renewalId: string) => {
      const login = heldBy(renewalId)
      if (login === undefined) return
      login.holders.delete(renewalId)
      if (login.holders.size === 0) await end(login)
    },
    /** PKCS#11 knows one login per token and program: whoever was in is out when another logs in, whatever comes of it. */
    takeOver: async (serialNumber: string) => {
      const before = [...logins].find((login) => login.serialNumber === serialNumber)
      if (before === undefined) return { holders: [], spoken: undefined }
      await end(before)
      return { holders: [...before.holders], spoken: before.token.interface ?? 'pkcs11' }
    },
    endAll: async () => {
      await Promise.all([...logins].map(end))
    },
  }
}
