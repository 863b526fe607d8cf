import type { FailureTexts } from '../failure-text.ts'
import { errorFacts } from './error-facts.ts'
import { errorWords } from './error-words.ts'
import { errors } from './errors.ts'

/** What 帮助中心 shows beside the Chinese of a code. Read in main only: the page does not carry it. */
export const enFailures: FailureTexts = { errors, facts: errorFacts, words: errorWords }
