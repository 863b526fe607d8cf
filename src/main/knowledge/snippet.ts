import { vendorErrors } from '../../shared/failures/vendor-errors.ts'
import { codeTerms } from './code-terms.ts'
import type { SearchDocument } from './documents.ts'

/** What tells that this is the right page: the vendor's value that was typed, or the sentence with most of the words. */
export function snippetFor(document: SearchDocument, query: string, terms: readonly string[]): string {
  const typed = query.trim().toLowerCase()
  const vendor = vendorErrors.find(
    ({ name, value }) => document.codes.includes(name) && [name, value].flatMap(codeTerms).includes(typed),
  )
  if (vendor !== undefined) return `${vendor.name}（${vendor.value}）：${vendor.meaning}。`
  const [first = '', ...more] = document.lines
  // Terms are in lower case, sentences as they are written.
  const count = (line: string) => terms.filter((term) => line.toLowerCase().includes(term)).length
  return more.reduce((best, line) => (count(line) > count(best) ? line : best), first)
}
