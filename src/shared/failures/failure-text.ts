import type { ErrorCode } from '../error-codes.ts'
import type { FailureWords } from '../failure-words.ts'
import type { Failure, FailureDetails } from '../failure.ts'

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
  /** Of a PIN, where the key tells the number. */
  readonly triesLeft: (count: number) => string
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

/** Everything that one language has to say about failures; a code without text does not compile. */
export interface FailureTexts {
  readonly errors: Readonly<Record<ErrorCode, ErrorText>>
  readonly facts: ErrorFacts
  readonly words: ErrorWords
}

export interface FailureText extends ErrorText {
  /** Which check failed, and measured numbers, as sentences; may be empty. */
  readonly facts: readonly string[]
  /** Code and machine words (a CKR name), for support. */
  readonly reference: string
}

export function failureText(failure: Failure, { errors, facts, words }: FailureTexts): FailureText {
  const details = failure.details ?? {}
  return {
    ...errors[failure.code],
    facts: [...wordSentences(failure, words), ...sentences(details, facts)],
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
