import type { Account } from '../../shared/ipc/models.ts'

/** Whose list it is. */
export interface ListOwner {
  readonly account: Account
  /** How often somebody had logged out by then. */
  readonly logouts: number
}

/** May the list be shown now? After a logout, or to another account, never; when a session has run out, still. */
export function isShownTo(owner: ListOwner, now: ListOwner): boolean {
  const { platformAddress, displayName, maskedPhone } = now.account
  if (owner.logouts !== now.logouts || owner.account.platformAddress !== platformAddress) return false
  return (
    displayName === undefined ||
    (owner.account.displayName === displayName && owner.account.maskedPhone === maskedPhone)
  )
}
