import { homedir } from 'node:os'
import { basename } from 'node:path'
import type { Language } from '../../shared/language.ts'
import { AppError } from '../app-error.ts'
import { writeSafely } from '../files/write-safely.ts'
import { reportNames } from './texts.ts'

export interface ReportParts {
  /** Asks where to save; nothing when the user cancels. */
  readonly chooseSavePath: (suggestion: string) => Promise<string | undefined>
  readonly now: () => Date
  readonly language: () => Language
  readonly home?: string
}

/**
 * Saves the 检测报告, as the page has worded it, as a text file for whoever helps. The folder of the user, which bears a
 * person's name in the paths of drivers, becomes `~`. Code environment.reportFailed.
 */
export async function saveReport(
  text: string,
  { chooseSavePath, now, language, home = homedir() }: ReportParts,
): Promise<{ readonly saved: boolean; readonly fileName?: string }> {
  const path = await chooseSavePath(`${reportNames[language()]}-${stampOf(now())}.txt`)
  if (path === undefined) return { saved: false }
  try {
    // Editors on Windows need the mark to know that it is UTF-8.
    await writeSafely(path, `\uFEFF${withoutHome(text, home)}`)
  } catch (cause) {
    throw new AppError('environment.reportFailed', { cause })
  }
  return { saved: true, fileName: basename(path) }
}

/** In any case of letters, as Windows takes paths; not the beginning of another user's name. */
function withoutHome(text: string, home: string): string {
  if (home.length <= 1) return text
  const literal = home.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
  return text.replace(new RegExp(`${literal}(?![\\p{L}\\p{N}_-])`, 'giu'), () => '~')
}

/** 20261120-0930, local time. */
export function stampOf(at: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const date = `${at.getFullYear()}${two(at.getMonth() + 1)}${two(at.getDate())}`
  return `${date}-${two(at.getHours())}${two(at.getMinutes())}`
}
