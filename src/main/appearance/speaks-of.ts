import type { App } from 'electron'
import type { Language } from '../../shared/language.ts'
import { systemLanguage } from './system-language.ts'

/** What this computer speaks, as far as the program speaks it. */
export function speaksOf(app: Pick<App, 'getLocale' | 'commandLine'>): Language {
  return systemLanguage({
    locale: app.getLocale(),
    isAskedFor: app.commandLine.hasSwitch('lang'),
    platform: process.platform,
    environment: process.env,
  })
}
