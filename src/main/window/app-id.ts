import type { App } from 'electron'

/** The program's name for the systems, the same as in electron-builder.yml; never to be changed. */
export const appId = 'cn.certusertool.desktop'

/** Windows joins window, notifications and the shortcuts of the setup program by this name; others ask for none. */
export function nameForTaskbar(app: Pick<App, 'setAppUserModelId'>, platform: string): void {
  if (platform === 'win32') app.setAppUserModelId(appId)
}
