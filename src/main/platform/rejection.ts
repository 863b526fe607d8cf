import type { PlatformAnswer } from '../../shared/platform/endpoints.ts'
import { plainText } from './plain-text.ts'

/** Why an order was refused, in the platform's words as plain text; undefined when it does not say. */
export function rejectionOf(problem: PlatformAnswer<'getOrder'>['problem']): string | undefined {
  if (problem === undefined) return undefined
  const words = plainText(problem.detail ?? problem.title) || plainText(problem.title)
  return words === '' ? undefined : words
}
