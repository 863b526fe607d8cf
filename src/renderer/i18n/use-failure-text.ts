import { failureText, type FailureText } from '../../shared/failures/failure-text.ts'
import type { Failure } from '../../shared/failure.ts'
import { useLanguage } from './language-store.ts'

/** The texts of a failure in the language of the page. */
export function useFailureText(): (failure: Failure) => FailureText {
  const texts = useLanguage((state) => state.pack.failures)
  return (failure) => failureText(failure, texts)
}
