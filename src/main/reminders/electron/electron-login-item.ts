import type { App } from 'electron'
import type { LoginItem } from '../ports.ts'

/** Tells a start by the system from one by the user. */
export const hiddenSwitch = '--hidden'

/** Windows (the user's Run key) and macOS (login items), by Electron; the same arguments name the same entry. */
export function createElectronLoginItem(
  app: Pick<App, 'getLoginItemSettings' | 'setLoginItemSettings'>,
  executable: string,
): LoginItem {
  const entry = { path: executable, args: [hiddenSwitch] }
  return {
    state: () => (app.getLoginItemSettings(entry).openAtLogin ? 'on' : 'off'),
    change: (isOn) => {
      app.setLoginItemSettings({ ...entry, openAtLogin: isOn })
      return Promise.resolve()
    },
  }
}
