import type { BrowserWindowConstructorOptions } from 'electron'

/** Every option that matters for safety is stated, also where it is Electron's default: the unit test holds them all. */
export function windowOptions(preload: string, isPackaged: boolean): BrowserWindowConstructorOptions {
  return {
    width: 1120,
    height: 740,
    minWidth: 960,
    minHeight: 640,
    useContentSize: true,
    show: false,
    title: 'CA 用户工具',
    backgroundColor: '#f5f7fb',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      // SECURITY(2, 3, 4): the page has no Node and no way into the preload's world.
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      contextIsolation: true,
      sandbox: true,
      // SECURITY(6, 8, 9, 10, 11, 12)
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      disableBlinkFeatures: 'Auxclick',
      webviewTag: false,
      spellcheck: false,
      devTools: !isPackaged,
    },
  }
}
