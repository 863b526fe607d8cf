import type { Input } from '../../shared/ipc/contract.ts'
import type { Captcha } from '../../shared/ipc/models-platform.ts'

export interface LogInParts {
  readonly login: (account: string, password: string, captcha?: Input<'account:login'>['captcha']) => Promise<unknown>
  /** Keeps the name of the account for the next login, or forgets the one that is kept. */
  readonly keepAccount: (account: string | undefined) => Promise<unknown>
  /** Told when the name could not be kept: the login holds all the same. */
  readonly notKept: (error: unknown) => void
}

/** Logs in; afterwards the account's name is kept or forgotten as the user wants it. The password goes nowhere else. */
export async function logIn(
  { account, password, captcha, remember }: Input<'account:login'>,
  { login, keepAccount, notKept }: LogInParts,
): Promise<void> {
  await login(account, password, captcha)
  if (remember !== undefined) await keepAccount(remember ? account : undefined).catch(notKept)
}

/** The picture as the page can show it without fetching anything. */
export function showCaptcha({ image, ...captcha }: { readonly image: Uint8Array } & Omit<Captcha, 'image'>): Captcha {
  return { ...captcha, image: `data:image/png;base64,${Buffer.from(image).toString('base64')}` }
}
