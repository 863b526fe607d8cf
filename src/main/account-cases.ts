import type { Account } from '../shared/ipc/models.ts'
import { toFailure } from './app-error.ts'
import type { UseCases } from './ipc/handlers.ts'
import type { Log } from './logging/log.ts'
import type { PlatformConnection } from './platform/platform.ts'
import type { SettingsStore } from './settings/settings-store.ts'
import { createPlatformCheck } from './platform-account/check-platform.ts'
import { createListCases } from './platform-account/list-for-account.ts'
import { logIn, showCaptcha } from './platform-account/log-in.ts'

interface AccountHost {
  readonly log: Log
  readonly mode: 'demo' | 'real'
}

interface AccountParts {
  readonly connection: PlatformConnection
  readonly settings: SettingsStore
  readonly account: () => Account
}

export function accountCases(
  { log, mode }: AccountHost,
  { connection, settings, account }: AccountParts,
): Pick<UseCases, 'account' | 'logIn' | 'captcha' | 'checkPlatform' | 'lists'> {
  const { session, lists, health, clock } = connection
  // The demonstration's account is on the screen already, and is none that a user would want kept.
  const keep = (rememberedAccount: string | undefined) => settings.change({ rememberedAccount })
  const parts = {
    login: session.login,
    keepAccount: mode === 'demo' ? () => Promise.resolve() : keep,
    notKept: (error: unknown) => log.failure('account:login', toFailure(error), error),
  }
  return {
    account,
    logIn: (login) => logIn(login, parts),
    captcha: () => session.captcha().then(showCaptcha),
    checkPlatform: createPlatformCheck(health),
    lists: createListCases(lists, clock.now),
  }
}

export function describeAccount({ session }: PlatformConnection, address: string | undefined): Account {
  const account = session.current()
  return {
    ...(address === undefined ? {} : { platformAddress: address }),
    ...(account === undefined ? {} : { displayName: account.displayName, maskedPhone: account.maskedPhone }),
  }
}
