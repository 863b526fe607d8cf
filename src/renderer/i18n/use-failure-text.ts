import { useTranslation } from 'react-i18next'
import { failureText, type FailureText, type FailureTexts } from '../../shared/failures/failure-text.ts'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import type { Failure } from '../../shared/failure.ts'
import { languages, type Language } from './languages.ts'

/** Only what the page can be read in: the English texts come with a page of 帮助中心, from main. */
const texts: Readonly<Record<Language, FailureTexts>> = { 'zh-CN': zhCnFailures }

/** The texts of a failure in the language of the page. */
export function useFailureText(): (failure: Failure) => FailureText {
  const { i18n } = useTranslation()
  const language = languages.find((known) => known === i18n.language) ?? languages[0]
  return (failure) => failureText(failure, texts[language])
}
