import type { Language } from '../../shared/language.ts'

interface System {
  /** BCP 47, as Electron's `app.getLocale()` tells it. */
  readonly locale: string
  /** Whether the command line asks for it (`--lang`). */
  readonly isAskedFor: boolean
  readonly platform: NodeJS.Platform
  readonly environment: NodeJS.ProcessEnv
}

/** English where the system speaks English; Chinese, the program's own language, everywhere else. */
export function systemLanguage(system: System): Language {
  return hasLanguage(system) && /^en\b/i.test(system.locale) ? 'en' : 'zh-CN'
}

/** A Linux without a language (POSIX: the locale C) is told as en-US by Chromium: nobody has chosen that. */
function hasLanguage({ isAskedFor, platform, environment }: System): boolean {
  if (isAskedFor || platform !== 'linux') return true
  const chosen = [environment['LC_ALL'], environment['LC_MESSAGES'], environment['LANG']].find(
    (value) => value !== undefined && value !== '',
  )
  return chosen !== undefined && !/^(C|POSIX)\b/.test(chosen)
}
