import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts'
import { enFailures } from '../../shared/failures/en/failure-texts.ts'
import { vendorErrorsOf } from '../../shared/failures/vendor-errors.ts'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import { isErrorCode, type Reference } from '../../shared/knowledge/reference.ts'
import type { Article, Articles } from './article.ts'
import { plainLines } from './plain-lines.ts'

/** What is searched: an article, or the page of a code. */
export interface SearchDocument {
  readonly reference: Reference
  readonly title: string
  readonly keywords: readonly string[]
  /** The code itself, and the vendors' names and values that mean it. */
  readonly codes: readonly string[]
  /** Sentences that may be shown below the title. */
  readonly lines: readonly string[]
  /** Found, but never shown. */
  readonly hidden: readonly string[]
}

export function documentsOf(articles: Articles): readonly SearchDocument[] {
  return [...[...articles.values()].map(articleDocument), ...errorCodes.map(codeDocument)]
}

export function isOfCode({ reference }: SearchDocument): boolean {
  return isErrorCode(reference)
}

function articleDocument({ id, title, keywords, blocks }: Article): SearchDocument {
  return { reference: id, title, keywords, codes: [], lines: plainLines(blocks), hidden: [] }
}

function codeDocument(code: ErrorCode): SearchDocument {
  const { title, cause, nextStep } = zhCnFailures.errors[code]
  const english = enFailures.errors[code]
  const vendors = vendorErrorsOf(code)
  return {
    reference: code,
    title,
    keywords: [],
    codes: [code, ...vendors.flatMap(({ name, value }) => [name, value])],
    lines: [cause, nextStep],
    hidden: [english.title, english.cause, ...vendors.map(({ meaning }) => meaning)],
  }
}
