import { errorCodes, type ErrorCode } from '../../shared/error-codes.ts'
import { enFailures } from '../../shared/failures/en/failure-texts.ts'
import { vendorErrorsOf } from '../../shared/failures/vendor-errors.ts'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import type { FaqReference } from '../../shared/content/help-reference.ts'
import { isErrorCode, isReference, type Reference } from '../../shared/knowledge/reference.ts'
import type { Article, Articles } from './article.ts'
import { plainLines } from './plain-lines.ts'

/** What is searched: an article, the page of a code, or a question that the platform answers. */
export interface SearchDocument {
  readonly reference: Reference | FaqReference
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
  return isReference(reference) && isErrorCode(reference)
}

export function isOfPlatform({ reference }: SearchDocument): boolean {
  return !isReference(reference)
}

/** A question of the platform's, in what the search needs of it. */
export interface SearchableFaq {
  readonly id: string
  readonly question: string
  readonly category?: string | undefined
  /** Plain text, or Markdown. */
  readonly body: string
}

/** Of an answer that is longer the end is not searched: it takes as long to index as all articles together. */
const searchedLength = 2000

export function faqDocument({ id, question, category, body }: SearchableFaq): SearchDocument {
  const lines = Array.from(body)
    .slice(0, searchedLength)
    .join('')
    .replace(/[*_`#>[\]]/g, '')
    .split('\n')
  return {
    reference: `faq:${id}`,
    title: question,
    keywords: category === undefined ? [] : [category],
    codes: [],
    lines: lines.map((line) => line.replace(/^\s*(?:[-+*]|\d+[.)])\s+/, '').trim()).filter((line) => line !== ''),
    hidden: [],
  }
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
