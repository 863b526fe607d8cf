import type { Finding } from '../../shared/ipc/models-environment.ts'
import { ConflictActions } from './conflict-actions.tsx'
import { useEnvironment } from './environment-store.ts'

/** A row of 冲突程序, joined to what the page does: asking a program to end, and looking again. */
export function ProgramActions({ finding }: { readonly finding: Finding }) {
  const fix = useEnvironment((state) => state.fix)
  const recheck = useEnvironment((state) => state.recheck)
  const { subject = '' } = finding
  const failure = useEnvironment(({ tried, failure: last }) => (tried?.subject === subject ? last : undefined))
  const isEnding = useEnvironment(({ fixing }) => fixing?.name === 'conflicts' && fixing.subject === subject)
  return (
    <ConflictActions
      {...{ finding, isEnding, failure }}
      onEnd={() => void fix({ name: 'conflicts', subject, fix: 'end-program' })}
      onRecheck={() => void recheck('conflicts')}
    />
  )
}
