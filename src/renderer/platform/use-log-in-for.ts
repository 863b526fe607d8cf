import { useAccount } from '../account/account-store.ts'

/** Asks for a login, then reads the list; where nobody was known to be logged in, the list does that by itself. */
export function useLogInFor(load: () => Promise<void>): () => Promise<void> {
  const isKnown = useAccount((state) => state.account.displayName !== undefined)
  const requestLogin = useAccount((state) => state.requestLogin)
  return async () => {
    if ((await requestLogin()) && isKnown) await load()
  }
}
