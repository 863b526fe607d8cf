/** What is wrong with a package, in one line for whoever builds it. */
export type Finding = string

/** One result of the whole check: an inspection of a package, or the making of one. */
export interface Verdict {
  readonly package: string
  readonly check: string
  readonly findings: readonly Finding[]
}

/** A check that could not be made here, and why. */
export interface Skipped {
  readonly package: string
  readonly why: string
}
