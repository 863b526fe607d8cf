import { errorCodes, type ErrorCode } from '../error-codes.ts'
import { articleIds, type ArticleId } from './article-ids.ts'

/** What a page of 帮助中心 is asked for by: an article, or a code. No id is a code as well. */
export const references = [...articleIds, ...errorCodes] as const
export type Reference = ArticleId | ErrorCode

export function isReference(text: string): text is Reference {
  return (references as readonly string[]).includes(text)
}

export function isErrorCode(reference: Reference): reference is ErrorCode {
  return (errorCodes as readonly string[]).includes(reference)
}
