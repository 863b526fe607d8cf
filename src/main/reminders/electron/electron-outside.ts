import { app, Menu, nativeImage, Notification, powerMonitor, Tray } from 'electron'
import { join } from 'node:path'
import { toFailure } from '../../app-error.ts'
import type { Log } from '../../logging/log.ts'
import type { LoginItem, Outside } from '../ports.ts'
import { quietOutside } from '../quiet-outside.ts'
import { createElectronLoginItem } from './electron-login-item.ts'
import { createElectronNotifier } from './electron-notifier.ts'
import { createElectronTray } from './electron-tray.ts'
import { createLinuxLoginItem } from './linux-login-item.ts'

interface OutsideParts extends Pick<Outside, 'showWindow' | 'leave'> {
  readonly log: Log
  /** The folder `resources` that comes with the program. */
  readonly resources: string
}

/** Joins reminders with Electron. Only an installed program can be started at login: any other one moves or goes. */
export function createElectronOutside({ log, resources, showWindow, leave }: OutsideParts): Outside {
  // macOS draws the icon itself, from its outline.
  const icon = process.platform === 'darwin' ? 'trayTemplate.png' : 'tray.png'
  return {
    notifier: createElectronNotifier(Notification),
    tray: createElectronTray({
      ...{ Tray, Menu, image: () => nativeImage.createFromPath(join(resources, 'tray', icon)) },
      notShown: (error) => log.failure('tray', toFailure(error), error),
    }),
    loginItem: app.isPackaged ? loginItem() : quietOutside.loginItem,
    onWake: (listener) => {
      powerMonitor.on('resume', listener)
      powerMonitor.on('unlock-screen', listener)
    },
    ...{ showWindow, leave },
  }
}

function loginItem(): LoginItem {
  if (process.platform !== 'linux') return createElectronLoginItem(app, process.execPath)
  // An AppImage runs from a folder that is gone with it.
  const executable = process.env['APPIMAGE'] ?? process.execPath
  return createLinuxLoginItem(
    join(app.getPath('appData'), 'autostart', 'cert-user-tool.desktop'),
    executable,
    app.getName(),
  )
}
