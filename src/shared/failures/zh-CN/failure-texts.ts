import type { FailureTexts } from '../failure-text.ts'
import { errorFacts } from './error-facts.ts'
import { errorWords } from './error-words.ts'
import { errors } from './errors.ts'

/** The source: another language says the same, or does not compile. */
export const zhCnFailures: FailureTexts = { errors, facts: errorFacts, words: errorWords }
