import type { Failure } from '../../shared/failure.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSentences } from '../i18n/use-sentences.ts'
import { FailureCode } from './failure-code.tsx'
import './components.css'

interface InlineFailureProps {
  readonly id: string
  readonly failure: Failure | undefined
  /** What is missing before anything is sent. */
  readonly message?: string | undefined
}

/** The failure of what is typed, below its field. The region is always there, so that a change is read out. */
export function InlineFailure({ id, failure, message }: InlineFailureProps) {
  const text = useFailureText()
  const sentences = useSentences()
  const shown = failure === undefined ? undefined : text(failure)
  return (
    <div id={id} className="inline-failure" aria-live="assertive">
      {message !== undefined && <p>{message}</p>}
      {failure !== undefined && shown !== undefined && (
        <>
          <p className="notice-title">{shown.title}</p>
          <p>{sentences(shown.cause, ...shown.facts, shown.nextStep)}</p>
          <FailureCode failure={failure} />
        </>
      )}
    </div>
  )
}
