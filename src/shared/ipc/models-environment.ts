/** What 环境检测 shows: one row for each thing that was looked at. */
import * as z from 'zod'
import { checkNames } from '../environment/check-names.ts'
import { FailureModel } from './models.ts'

/** `blocked`: nothing may be begun. `attention`: it may go on. `unknown`: could not be determined, which is not 正常. */
const checkStates = ['ok', 'attention', 'blocked', 'unknown', 'not-applicable'] as const
export type CheckState = (typeof checkStates)[number]

/** What the program can do about a row when the user asks for it. */
const fixNames = ['end-program', 'retry-driver', 'open-settings', 'open-driver-page'] as const
export type FixName = (typeof fixNames)[number]

export const Finding = z.object({
  state: z.enum(checkStates),
  /** What the row is about where a check has several: a product, a key, a driver. Names the row in a fix. */
  subject: z.string().optional(),
  /** Why it is not in order: always with `attention` and `blocked`, and with `unknown` where more is known than that. */
  failure: FailureModel.optional(),
  /** What was measured, for the sentence of a row: counts, ms, names. Never a secret, never a person's name. */
  facts: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
  /** For 详情: paths, versions, addresses, each under a label of the i18n. */
  details: z.array(z.object({ label: z.string(), value: z.string() })).optional(),
  fix: z.enum(fixNames).optional(),
})
export type Finding = z.output<typeof Finding>

export const CheckResult = z.object({
  name: z.enum(checkNames),
  durationMs: z.int().nonnegative(),
  /** One row or more; a check that has nothing to say about this computer answers one `not-applicable`. */
  findings: z.array(Finding).min(1),
})
export type CheckResult = z.output<typeof CheckResult>

/** One look at everything. */
export const EnvironmentReport = z.object({
  /** Grows with every run. */
  run: z.int().positive(),
  startedAt: z.iso.datetime(),
  durationMs: z.int().nonnegative(),
  results: z.array(CheckResult),
})
export type EnvironmentReport = z.output<typeof EnvironmentReport>

export const EnvironmentProgress = z.object({
  run: z.int().positive(),
  /** All checks of this run. */
  names: z.array(z.enum(checkNames)),
  /** Absent at its beginning. */
  result: CheckResult.optional(),
})
export type EnvironmentProgress = z.output<typeof EnvironmentProgress>

/** Which row, and what is to be done about it. */
export const EnvironmentFix = z.strictObject({
  name: z.enum(checkNames),
  subject: z.string().max(1024).optional(),
  fix: z.enum(fixNames),
})
export type EnvironmentFix = z.output<typeof EnvironmentFix>
