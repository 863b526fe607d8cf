import { hasCode } from '../desktop.ts'
import { useAccount } from './account-store.ts'

/**
 * Runs a call; when the platform asks for a login, opens the dialog and runs `again` once afterwards. A call that carried
 * a PIN passes another `again`: a PIN is used once.
 */
export async function withLogin<T>(run: () => Promise<T>, again: () => Promise<T> = run): Promise<T> {
  try {
    return await run()
  } catch (thrown) {
    if (!hasCode(thrown, 'platform.loginRequired')) throw thrown
    if (!(await useAccount.getState().requestLogin())) throw thrown
    return again()
  }
}
