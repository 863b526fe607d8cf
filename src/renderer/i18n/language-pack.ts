import type { Locale } from 'antd/es/locale'
import type { FailureTexts } from '../../shared/failures/failure-text.ts'
import type { English } from './en/english.ts'
import type { zhCn } from './zh-CN/texts.ts'

/** Everything that the page says in one language. */
export interface LanguagePack {
  readonly texts: English<typeof zhCn>
  readonly failures: FailureTexts
  /** Words of antd's own controls. */
  readonly controls: Locale
}
