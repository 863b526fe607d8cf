import { create, type StoreApi } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Account } from '../../shared/ipc/models.ts'
import { judgedNow } from '../components/clock-store.ts'
import { call, toFailure } from '../desktop.ts'

interface AccountState {
  readonly account: Account
  /** Of the last question after the account itself; a failed login stands in its dialog. */
  readonly failure: Failure | undefined
  readonly isLoginOpen: boolean
  /** The last account name that logged in; kept until the program ends. */
  readonly lastAccountName: string
  /** The account that the platform has locked, and until when (ISO 8601, by the platform's clock where it is known). */
  readonly lock: { readonly account: string; readonly until: string } | undefined
  /** How often the user has logged out. */
  readonly logouts: number
  readonly load: () => Promise<void>
  readonly received: (account: Account) => void
  /** Opens the login dialog; true once logged in, false when the user closes it. */
  readonly requestLogin: () => Promise<boolean>
  /** Answers with what went wrong, else with undefined. The password is passed on and not kept. */
  readonly logIn: (login: Input<'account:login'>) => Promise<Failure | undefined>
  readonly closeLogin: () => void
  readonly logOut: () => Promise<void>
}

export const useAccount = create<AccountState>()((set) => {
  // Several calls may wait for one login.
  let waiting: readonly ((loggedIn: boolean) => void)[] = []
  const settle = (loggedIn: boolean) => {
    const settled = waiting
    waiting = []
    set({ isLoginOpen: false })
    for (const answer of settled) answer(loggedIn)
  }
  const show = async (asked: Promise<Account>) => {
    try {
      set({ account: await asked, failure: undefined })
    } catch (thrown) {
      set({ failure: toFailure(thrown) })
    }
  }
  return {
    account: {},
    failure: undefined,
    isLoginOpen: false,
    lastAccountName: '',
    lock: undefined,
    logouts: 0,
    load: () => show(call('account:current', {})),
    received: (account) => set({ account }),
    requestLogin: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        set({ isLoginOpen: true })
      }),
    logIn: (login) => logIn(login, set, () => settle(true)),
    closeLogin: () => settle(false),
    logOut: () => {
      set(({ logouts }) => ({ logouts: logouts + 1 }))
      return show(call('account:logout', {}))
    },
  }
})

async function logIn(
  login: Input<'account:login'>,
  set: StoreApi<AccountState>['setState'],
  loggedIn: () => void,
): Promise<Failure | undefined> {
  try {
    set({ account: await call('account:login', login), lastAccountName: login.account, lock: undefined })
    loggedIn()
    return undefined
  } catch (thrown) {
    const failure = toFailure(thrown)
    const until = unlockedAt(failure)
    if (until !== undefined) set({ lock: { account: login.account, until } })
    return failure
  }
}

function unlockedAt({ code, details }: Failure): string | undefined {
  const seconds = details?.['retryAfterSeconds']
  if (code !== 'platform.accountLocked' || typeof seconds !== 'number') return undefined
  return new Date(judgedNow() + seconds * 1000).toISOString()
}
