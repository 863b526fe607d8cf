import type { Language } from '../../shared/language.ts'
import type { Entry } from './collect.ts'
import { packageTexts } from './texts.ts'

interface ReadmeParts {
  readonly code: string
  readonly createdAt: Date
  readonly version: string
  readonly entries: readonly Entry[]
  readonly language: Language
}

/** README.txt of a package, for whoever opens it: what is in it, and what is not. */
export function readme({ code, createdAt, version, entries, language }: ReadmeParts): string {
  const texts = packageTexts[language]
  const files = entries.map(({ file, section, failure }) => {
    const missing = failure === undefined ? '' : texts.missing(failure.code)
    return `  ${texts.file(file, texts.meanings[section], missing)}`
  })
  return [
    texts.title,
    '',
    texts.code(`${code.slice(0, 3)} ${code.slice(3)}`),
    texts.madeAt(createdAt.toISOString()),
    texts.version(version),
    '',
    texts.holds,
    ...files,
    '',
    ...texts.notes,
    '',
  ].join('\r\n')
}
