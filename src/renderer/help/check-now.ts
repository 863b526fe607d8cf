import { mainPages, useNavigation } from '../layout/navigation-store.ts'
import { useHelpDrawer } from './help-drawer-store.ts'

const environment = mainPages.find((page: string) => page === 'environment')

/** Is there a page to check this computer on? */
export const canCheckNow = environment !== undefined

/** Goes to 环境检测. */
export function checkNow(): void {
  useHelpDrawer.getState().close()
  if (environment !== undefined) useNavigation.getState().go(environment)
}
