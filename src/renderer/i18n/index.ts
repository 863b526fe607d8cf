import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from './languages.ts'
import { zhCn } from './zh-CN/texts.ts'

/** Simplified Chinese is the source: another language has the same keys, or does not compile. */
type Texts = typeof zhCn

const resources: Readonly<Record<Language, Texts>> = { 'zh-CN': zhCn }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: Texts
  }
}

export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: language,
    resources,
    defaultNS: 'common',
    interpolation: { escapeValue: false }, // React escapes
  })
}
