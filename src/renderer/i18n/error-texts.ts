import type { ErrorCode } from '../../shared/error-codes.ts'
import type { FailureWords } from '../../shared/failure-words.ts'
import type { Failure, FailureDetails } from '../../shared/failure.ts'
import type { Language } from './languages.ts'
import { errors as zhCn } from './zh-CN/errors.ts'
import { errorFacts as zhCnFacts } from './zh-CN/error-facts.ts'
import { errorWords as zhCnWords } from './zh-CN/error-words.ts'

/** What a user reads about a failure: what happened, and what to do now. */
export interface ErrorText {
  readonly title: string
  /** One sentence. */
  readonly cause: string
  readonly nextStep: string
}

/** Sentences for the numbers that a failure may bring along; a number without a sentence is not shown. */
export interface ErrorFacts {
  readonly attemptsLeft: (count: number) => string
  readonly retryAfterSeconds: (seconds: number) => string
  readonly minLength: (length: number) => string
  readonly maxLength: (length: number) => string
  /** How far the computer's clock is off. */
  readonly seconds: (seconds: number) => string
  readonly freeBytes: (bytes: number) => string
  readonly needed: (bytes: number) => string
  /** Of a disk. */
  readonly freeMegabytes: (megabytes: number) => string
  /** East of Greenwich. */
  readonly utcOffsetMinutes: (minutes: number) => string
  /** Copies of this program, besides this one. */
  readonly copies: (count: number) => string
  /** When the platform's maintenance is to end, in ms since 1970. */
  readonly endsAt: (instantMs: number) => string
}

/** Sentences for the words that tell which check failed; a word without a sentence does not compile. */
export type ErrorWords = { readonly [Code in keyof FailureWords]: Readonly<Record<FailureWords[Code], string>> }

const texts: Readonly<Record<Language, Readonly<Record<ErrorCode, ErrorText>>>> = { 'zh-CN': zhCn }
const facts: Readonly<Record<Language, ErrorFacts>> = { 'zh-CN': zhCnFacts }
const words: Readonly<Record<Language, ErrorWords>> = { 'zh-CN': zhCnWords }

export interface FailureText extends ErrorText {
  /** Which check failed, and measured numbers, as sentences; may be empty. */
  readonly facts: readonly string[]
  /** Code and machine words (a CKR name), for support. */
  readonly reference: string
}

export function failureText(failure: Failure, language: Language): FailureText {
  const details = failure.details ?? {}
  return {
    ...texts[language][failure.code],
    facts: [...wordSentences(failure, words[language]), ...sentences(details, facts[language])],
    reference: [failure.code, ...machineWords(details)].join(' · '),
  }
}

function sentences(details: FailureDetails, known: ErrorFacts): readonly string[] {
  const names = Object.keys(known) as readonly (keyof ErrorFacts)[] // Object.keys widens to string[]
  return names.flatMap((name) => {
    const value = details[name]
    return typeof value === 'number' ? [known[name](value)] : []
  })
}

function wordSentences({ code, details = {} }: Failure, known: ErrorWords): readonly string[] {
  const sentencesOfCode = new Map(Object.entries(hasWords(code, known) ? known[code] : {}))
  return [details['tls'], details['reason']].flatMap((word) => sentencesOfCode.get(String(word)) ?? [])
}

function hasWords(code: ErrorCode, known: ErrorWords): code is keyof FailureWords {
  return code in known
}

/** What support can look up; the other details are for the log. */
const forSupport = ['ckr', 'problem', 'tls', 'network', 'reason', 'detail', 'traceId'] as const

function machineWords(details: FailureDetails): readonly string[] {
  return forSupport.map((name) => details[name]).filter((value) => typeof value === 'string')
}
