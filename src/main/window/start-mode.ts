import type { App } from 'electron'

/** 演示模式 when it is asked for, and where the program runs from its sources without being told otherwise. */
export function startMode({ commandLine, isPackaged }: Pick<App, 'commandLine' | 'isPackaged'>): 'demo' | 'real' {
  return commandLine.hasSwitch('demo') || (!isPackaged && !commandLine.hasSwitch('real')) ? 'demo' : 'real'
}

/** The system has started the program at login: it shows its tray and no window. A demonstration always has one. */
export function startsHidden(
  app: Pick<App, 'commandLine' | 'isPackaged' | 'getLoginItemSettings'>,
  platform: NodeJS.Platform,
): boolean {
  if (startMode(app) === 'demo') return false
  // macOS hands no arguments to a login item; it tells instead.
  return app.commandLine.hasSwitch('hidden') || (platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin)
}
