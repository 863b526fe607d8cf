import { useEffect } from 'react'
import { useAccount } from '../account/account-store.ts'
import { isShownTo } from './list-owner.ts'
import type { ListChannel, ListState, UseList } from './list-store.ts'

/** The list as it may be shown now; read when its page opens, and again when somebody has logged in. */
export function useList<C extends ListChannel>(list: UseList<C>): ListState<C> {
  const state = list()
  const account = useAccount((known) => known.account)
  const logouts = useAccount((known) => known.logouts)
  const { platformAddress, displayName } = account
  useEffect(() => {
    // A list that waits for this very login goes on by itself.
    const { isLoading, reload } = list.getState()
    if (platformAddress !== undefined && displayName !== undefined && !isLoading) void reload()
  }, [list, platformAddress, displayName])
  const isShown = state.owner !== undefined && isShownTo(state.owner, { account, logouts })
  return isShown ? state : { ...state, shown: undefined }
}
