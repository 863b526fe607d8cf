import type { CheckResult } from '../../shared/ipc/models-environment.ts'
import type { SectionName } from '../../shared/diagnostics/section-names.ts'

/** What 环境检测 found last, or finds now. */
export type EnvironmentReport = readonly CheckResult[]

/** A file of the package: a value that becomes JSON, or lines. Its texts are redacted by whoever packs it. */
export type Content =
  { readonly file: string; readonly value: unknown } | { readonly file: string; readonly lines: readonly string[] }

/** Where a section comes from. It may fail, and it may take too long: the others come all the same. */
export interface Source {
  readonly section: SectionName
  /** How long it may take, in ms, where it is not as usual. */
  readonly deadlineMs?: number
  read(): Promise<readonly Content[]>
}
