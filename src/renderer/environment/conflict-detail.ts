import type { ConflictDetail } from '../../shared/environment/conflict-details.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'

/** What a row of 冲突程序 says under this label, in its order; empty when it says nothing. */
export function conflictDetail({ details = [] }: Finding, label: ConflictDetail): readonly string[] {
  return details.flatMap((detail) => (detail.label === label ? [detail.value] : []))
}
