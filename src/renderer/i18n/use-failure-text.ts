import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { failureText, type FailureText } from './error-texts.ts'
import { languages } from './languages.ts'

/** The texts of a failure in the language of the page. */
export function useFailureText(): (failure: Failure) => FailureText {
  const { i18n } = useTranslation()
  const language = languages.find((known) => known === i18n.language) ?? languages[0]
  return (failure) => failureText(failure, language)
}
