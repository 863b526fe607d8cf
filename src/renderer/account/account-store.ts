import { create } from 'zustand'
import type { Failure } from '../../shared/failure.ts'
import type { Account } from '../../shared/ipc/models.ts'
import { call, toFailure } from '../desktop.ts'

interface AccountState {
  readonly account: Account
  /** Of the last question after the account itself; a failed login stands in its dialog. */
  readonly failure: Failure | undefined
  readonly isLoginOpen: boolean
  /** The last account name that logged in; kept until the program ends. */
  readonly lastAccountName: string
  readonly load: () => Promise<void>
  readonly received: (account: Account) => void
  /** Opens the login dialog; true once logged in, false when the user closes it. */
  readonly requestLogin: () => Promise<boolean>
  /** Answers with what went wrong, else with undefined. The password is passed on and not kept. */
  readonly logIn: (account: string, password: string) => Promise<Failure | undefined>
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
    load: () => show(call('account:current', {})),
    received: (account) => set({ account }),
    requestLogin: () =>
      new Promise((resolve) => {
        waiting = [...waiting, resolve]
        set({ isLoginOpen: true })
      }),
    logIn: async (name, password) => {
      try {
        set({ account: await call('account:login', { account: name, password }), lastAccountName: name })
        settle(true)
        return undefined
      } catch (thrown) {
        return toFailure(thrown)
      }
    },
    closeLogin: () => settle(false),
    logOut: () => show(call('account:logout', {})),
  }
})
