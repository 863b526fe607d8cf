import { useEffect, useState } from 'react'
import type { Failure } from '../../shared/failure.ts'
import type { KnowledgePage } from '../../shared/ipc/models-knowledge.ts'
import type { Reference } from '../../shared/knowledge/reference.ts'
import { call, toFailure } from '../desktop.ts'

interface Answer {
  readonly reference: Reference
  readonly page?: KnowledgePage
  readonly failure?: Failure
}

/** The page with this reference, why it cannot be shown, or neither while it is read. */
export function useKnowledgePage(reference: Reference): Omit<Answer, 'reference'> {
  const [answer, setAnswer] = useState<Answer>()
  useEffect(() => {
    let isWanted = true
    const show = (shown: Answer) => {
      if (isWanted) setAnswer(shown)
    }
    call('knowledge:article', { reference }).then(
      (page) => show({ reference, page }),
      (error: unknown) => show({ reference, failure: toFailure(error) }),
    )
    return () => {
      isWanted = false
    }
  }, [reference])
  return answer?.reference === reference ? answer : {}
}
