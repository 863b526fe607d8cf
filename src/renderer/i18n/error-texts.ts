import type { ErrorCode } from '../../shared/error-codes.ts'
import type { Failure, FailureDetails } from '../../shared/failure.ts'
import type { Language } from './languages.ts'
import { errors as zhCn } from './zh-CN/errors.ts'
import { errorFacts as zhCnFacts } from './zh-CN/error-facts.ts'

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
}

const texts: Readonly<Record<Language, Readonly<Record<ErrorCode, ErrorText>>>> = { 'zh-CN': zhCn }
const facts: Readonly<Record<Language, ErrorFacts>> = { 'zh-CN': zhCnFacts }

export interface FailureText extends ErrorText {
  /** Measured numbers as sentences; may be empty. */
  readonly facts: readonly string[]
  /** Code and machine words (a CKR name), for support. */
  readonly reference: string
}

export function failureText(failure: Failure, language: Language): FailureText {
  const details = failure.details ?? {}
  return {
    ...texts[language][failure.code],
    facts: sentences(details, facts[language]),
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

/** What support can look up; the other details are for the log. */
const forSupport = ['ckr', 'problem', 'tls', 'network', 'reason', 'detail', 'traceId'] as const

function machineWords(details: FailureDetails): readonly string[] {
  return forSupport.map((name) => details[name]).filter((value) => typeof value === 'string')
}
