// What `import … from 'electron'` and `require('electron')` give in the main process (see hooks.ts).
// A name that is missing here fails the import by that name; for require, the strict object below throws.
import { app } from './api/app.ts'
import { BrowserWindow } from './api/browser-window.ts'
import { clipboard } from './api/clipboard.ts'
import { dialog } from './api/dialog.ts'
import { ipcMain } from './api/ipc-main.ts'
import { Menu } from './api/menu.ts'
import { nativeImage } from './api/native-image.ts'
import { nativeTheme } from './api/native-theme.ts'
import { net } from './api/net.ts'
import { Notification } from './api/notification.ts'
import { powerMonitor, powerSaveBlocker } from './api/power.ts'
import { protocol } from './api/protocol.ts'
import { safeStorage } from './api/safe-storage.ts'
import { screen } from './api/screen.ts'
import { session } from './api/session.ts'
import { shell } from './api/shell.ts'
import { systemPreferences } from './api/system-preferences.ts'
import { Tray } from './api/tray.ts'
import { utilityProcess } from './api/utility-process.ts'
import { webContents } from './api/web-contents.ts'
import { strict } from './strict.ts'

const electron = strict('electron', {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  webContents,
})

export {
  app,
  BrowserWindow,
  clipboard,
  dialog,
  electron as 'module.exports',
  ipcMain,
  Menu,
  nativeImage,
  nativeTheme,
  net,
  Notification,
  powerMonitor,
  powerSaveBlocker,
  protocol,
  safeStorage,
  screen,
  session,
  shell,
  systemPreferences,
  Tray,
  utilityProcess,
  webContents,
}
