/** What crosses to the page about the log and the 诊断包. Everything in it is masked already. */
import * as z from 'zod'
import { sectionNames } from '../diagnostics/section-names.ts'
import { FailureModel } from './models.ts'

/** Six digits that name a package on the telephone. */
const Code = z.string().regex(/^[0-9]{6}$/)
export const PackageCode = z.strictObject({ code: Code })

export const PackageEntry = z.object({
  /** Its name in the zip. */
  file: z.string(),
  section: z.enum(sectionNames),
  /** Of the whole file. */
  bytes: z.int().nonnegative(),
  text: z.string(),
  /** `text` is the end of it only. */
  isShortened: z.boolean(),
  /** Why there is nothing in it. */
  failure: FailureModel.optional(),
})
export type PackageEntry = z.output<typeof PackageEntry>

export const DiagnosticsPackage = z.object({
  code: Code,
  /** Of the zip. */
  bytes: z.int().nonnegative(),
  entries: z.array(PackageEntry),
})
export type DiagnosticsPackage = z.output<typeof DiagnosticsPackage>

export const CollectedSection = z.object({ section: z.enum(sectionNames), isFailed: z.boolean() })
export type CollectedSection = z.output<typeof CollectedSection>

export const LogDetail = z.object({ isDetailed: z.boolean() })
