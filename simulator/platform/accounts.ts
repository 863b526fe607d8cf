import type { ScryptOptions } from 'node:crypto'
import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'
import type { Account, PlatformState } from './state/state.ts'

export interface AccountSeed {
  /** Login name. */
  readonly account: string
  readonly password: string
  readonly displayName: string
  /** Where the codes go, in full; only its masked form leaves the platform. */
  readonly phone: string
}

export const demonstrationAccounts: readonly AccountSeed[] = [
  { account: 'demo', password: 'demo-password', displayName: '示例科技（北京）有限公司', phone: '13800001234' },
  { account: 'demo-2', password: 'demo-password-2', displayName: '样例建设集团有限公司', phone: '13900005678' },
]

const scryptAsync = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt)
/** Cheaper than for real accounts: these passwords stand in the source, and every test logs in. */
const derive = (password: string, salt: Buffer) => scryptAsync(password, salt, 32, { cost: 1024 })

/** Adds the accounts that the state does not have yet; an account that is there stays as it is. */
export async function seedAccounts(state: PlatformState, seeds: readonly AccountSeed[]): Promise<void> {
  for (const seed of seeds) {
    if (state.accounts.some(({ name }) => name === seed.account)) continue
    const salt = randomBytes(16)
    state.accounts.push({
      id: `account-${randomBytes(6).toString('hex')}`,
      name: seed.account,
      displayName: seed.displayName,
      phone: seed.phone,
      passwordSalt: salt.toString('base64'),
      passwordHash: (await derive(seed.password, salt)).toString('base64'),
      wrongPasswords: 0,
      lockedUntil: 0,
    })
  }
}

export async function isPasswordOf(account: Account, password: string): Promise<boolean> {
  const derived = await derive(password, Buffer.from(account.passwordSalt, 'base64'))
  return timingSafeEqual(derived, Buffer.from(account.passwordHash, 'base64'))
}

export function maskedPhone({ phone }: Account): string {
  return `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
