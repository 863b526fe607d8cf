import { useNavigation } from '../layout/navigation-store.ts'
import { useHelpDrawer } from './help-drawer-store.ts'

/** Goes to 环境检测. */
export function checkNow(): void {
  useHelpDrawer.getState().close()
  useNavigation.getState().go('environment')
}
