import type { CheckName } from '../environment/check-names.ts'
import type { ArticleId } from '../knowledge/article-ids.ts'

/**
 * `notice`: nothing is broken, at most it takes time. `problem`: something has to be put right before it goes on.
 * `serious`: stop, and do not go on alone; trying would make it worse, or somebody may be deceiving.
 */
export const severities = ['notice', 'problem', 'serious'] as const
type Severity = (typeof severities)[number]

/** Who can help when the next step did not: `it` is the user's own IT department. */
export const contacts = ['nobody', 'it', 'ca', 'vendor', 'platform'] as const
type Contact = (typeof contacts)[number]

/** What is known of a code besides its words. */
export interface FailureRow {
  readonly severity: Severity
  readonly contact: Contact
  /** Explains it more fully. */
  readonly article?: ArticleId
  /** The row of 环境检测 that shows whether it is still so. */
  readonly check?: CheckName
}
