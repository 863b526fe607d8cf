// For the compiler only: the stand-in may be smaller than Electron, never bigger or of another shape.
// A member that electron.d.ts does not have (a typo, an API that Electron removed) fails `tsc`, and so does one whose
// type the app could not have compiled against.
import type { EventEmitter } from 'node:events'
import type { HostApp } from './api/app.ts'
import type { HostBrowserWindow } from './api/browser-window.ts'
import type { clipboard } from './api/clipboard.ts'
import type { commandLine } from './api/command-line.ts'
import type { dialog } from './api/dialog.ts'
import type { HostIpcMain } from './api/ipc-main.ts'
import type { HostMenu, HostMenuItem } from './api/menu.ts'
import type { HostNativeImage, nativeImage } from './api/native-image.ts'
import type { HostNativeTheme } from './api/native-theme.ts'
import type { net } from './api/net.ts'
import type { HostNotification } from './api/notification.ts'
import type { HostPowerMonitor, powerSaveBlocker } from './api/power.ts'
import type { protocol } from './api/protocol.ts'
import type { safeStorage } from './api/safe-storage.ts'
import type { HostScreen } from './api/screen.ts'
import type { HostSession } from './api/session.ts'
import type { shell } from './api/shell.ts'
import type { systemPreferences } from './api/system-preferences.ts'
import type { HostTray } from './api/tray.ts'
import type { HostUtilityProcess, utilityProcess } from './api/utility-process.ts'
import type { HostWebContents, webContents } from './api/web-contents.ts'

type Own<T> = Exclude<keyof T, keyof EventEmitter>
/** Members of the stand-in that Electron has not. */
type Unknown<Host, Real> = Exclude<Own<Host>, keyof Real>
/** Members whose type is not what the app compiles against. */
type Misshapen<Host, Real> = {
  [Name in Own<Host> & keyof Real]: Host[Name] extends Real[Name] ? never : Name
}[Own<Host> & keyof Real]
/** `Part`: members whose type is knowingly a part of the real one (strict.ts makes the rest throw), or its overloads in one. */
type Wrong<Host, Real, Part extends keyof Real = never> = Exclude<Unknown<Host, Real> | Misshapen<Host, Real>, Part>
type None<T extends never> = T

export type NothingOfOurOwn = [
  None<Wrong<HostApp, Electron.App, 'commandLine' | 'getLoginItemSettings'>>,
  None<Wrong<typeof commandLine, Electron.CommandLine>>,
  None<Wrong<HostBrowserWindow, Electron.BrowserWindow>>,
  None<Wrong<typeof HostBrowserWindow, typeof Electron.BrowserWindow, 'prototype'>>,
  None<Wrong<typeof clipboard, Electron.Clipboard>>,
  None<Wrong<typeof dialog, Electron.Dialog, 'showOpenDialog' | 'showSaveDialog' | 'showMessageBox'>>,
  None<Wrong<HostIpcMain, Electron.IpcMain>>,
  None<Wrong<HostMenu, Electron.Menu, 'items' | 'getMenuItemById'>>,
  None<
    Wrong<
      typeof HostMenu,
      typeof Electron.Menu,
      'prototype' | 'buildFromTemplate' | 'getApplicationMenu' | 'setApplicationMenu'
    >
  >,
  None<Wrong<HostMenuItem, Electron.MenuItem, 'submenu' | 'role'>>,
  None<Wrong<HostNativeImage, Electron.NativeImage>>,
  None<Wrong<typeof nativeImage, typeof Electron.nativeImage>>,
  None<Wrong<HostNativeTheme, Electron.NativeTheme>>,
  None<Wrong<typeof net, Electron.Net>>,
  None<Wrong<HostNotification, Electron.Notification>>,
  None<Wrong<HostPowerMonitor, Electron.PowerMonitor>>,
  None<Wrong<typeof powerSaveBlocker, Electron.PowerSaveBlocker>>,
  None<Wrong<typeof protocol, Electron.Protocol>>,
  None<Wrong<typeof safeStorage, Electron.SafeStorage>>,
  None<
    Wrong<
      HostScreen,
      Electron.Screen,
      'getPrimaryDisplay' | 'getAllDisplays' | 'getDisplayMatching' | 'getDisplayNearestPoint'
    >
  >,
  None<Wrong<HostSession, Electron.Session, 'protocol'>>,
  None<Wrong<typeof shell, Electron.Shell>>,
  None<Wrong<typeof systemPreferences, Electron.SystemPreferences>>,
  None<Wrong<HostTray, Electron.Tray, 'setContextMenu'>>,
  None<Wrong<HostUtilityProcess, Electron.UtilityProcess>>,
  None<Wrong<typeof utilityProcess, typeof Electron.utilityProcess>>,
  None<Wrong<HostWebContents, Electron.WebContents, 'session'>>,
  None<Wrong<typeof webContents, typeof Electron.webContents>>,
]
