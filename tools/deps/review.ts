import type { Finding, Project } from './project.ts'
import { deprecated } from './rules/deprecated.ts'
import { duplicates } from './rules/duplicates.ts'
import { licences } from './rules/licences.ts'
import { locked } from './rules/locked.ts'
import { pinned } from './rules/pinned.ts'
import { scripts } from './rules/scripts.ts'
import { unbundled } from './rules/unbundled.ts'

const rules = [pinned, locked, licences, scripts, duplicates, unbundled, deprecated]

/** Everything that is wrong with what the project depends on; offline. */
export function review(project: Project): readonly Finding[] {
  return rules.flatMap((rule) => rule(project))
}
