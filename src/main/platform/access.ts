import type { MeasuredClock } from './platform-clock.ts'

/** Who is logged in, as the platform displays it. */
export interface SessionAccount {
  readonly id: string
  readonly displayName: string
  readonly maskedPhone: string
  /** RFC 3339. */
  readonly expiresAt: string
}

export interface Grant {
  /** The platform that gave the token; no other one gets to see it. */
  readonly baseUrl: string
  readonly accessToken: string
  readonly account: SessionAccount
}

export type AccessListener = (account: SessionAccount | undefined) => void

/** The access token, in memory only. It ends with its time, with a refusal, or when the platform's address changes. */
export interface Access {
  accountAt(baseUrl: string | undefined): SessionAccount | undefined
  tokenAt(baseUrl: string): string | undefined
  grant(grant: Grant): void
  /** Ends the session with this token: a refusal that comes late does not end a newer one. */
  end(accessToken: string): void
  readonly subscribe: (listener: AccessListener) => () => void
}

/** @param hide keeps the token out of the log until what it answers with is called */
export function createAccess(
  clock: Pick<MeasuredClock, 'now' | 'skewMs'>,
  hide: (accessToken: string) => () => void = () => () => undefined,
): Access {
  const listeners = new Set<AccessListener>()
  let held: Grant | undefined
  let show: () => void = () => undefined

  const hold = (grant: Grant | undefined): void => {
    show()
    show = grant === undefined ? () => undefined : hide(grant.accessToken)
    held = grant
    for (const listener of [...listeners]) listener(grant?.account)
  }
  /** With an unmeasured clock only the platform can say that a session is over. */
  const isOver = (grant: Grant): boolean =>
    clock.skewMs() !== undefined && clock.now().getTime() >= Date.parse(grant.account.expiresAt)
  const heldAt = (baseUrl: string | undefined): Grant | undefined => {
    if (held !== undefined && (held.baseUrl !== baseUrl || isOver(held))) hold(undefined)
    return held
  }

  return {
    accountAt: (baseUrl) => heldAt(baseUrl)?.account,
    tokenAt: (baseUrl) => heldAt(baseUrl)?.accessToken,
    grant: hold,
    end: (accessToken) => {
      if (held?.accessToken === accessToken) hold(undefined)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
