import type { ReactNode } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { WaitingHere } from '../waiting/waiting-notice.tsx'
import { KeyNotice } from './key-notice.tsx'
import { isKeyGone, type KeyWatch } from './use-key-watch.ts'

interface StepNoticeProps {
  readonly renewal: Renewal
  readonly failure: Failure | undefined
  readonly watch: KeyWatch
  /** What the step says while nothing is in its way. */
  readonly children: ReactNode
}

/** What stands in the way of a step. A key that was pulled out explains what the driver complained about. */
export function StepNotice({ renewal, failure, watch, children }: StepNoticeProps) {
  const isExplained = isKeyGone(watch) || (watch === 'returned' && failure?.code.startsWith('token.') === true)
  return (
    <>
      <WaitingHere />
      {watch === 'here' ? children : <KeyNotice renewal={renewal} watch={watch} />}
      {failure !== undefined && !isExplained && (
        <FailureNotice failure={failure} tone={failure.code === 'renewal.inReview' ? 'info' : 'bad'} />
      )}
    </>
  )
}
