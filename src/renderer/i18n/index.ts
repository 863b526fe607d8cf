import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '../../shared/language.ts'
import { useLanguage } from './language-store.ts'
import { readPack } from './packs.ts'
import type { zhCn } from './zh-CN/texts.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof zhCn
  }
}

/** Once, before anything is shown. */
export async function startI18n(language: Language): Promise<void> {
  await i18next.use(initReactI18next).init({
    defaultNS: 'common',
    resources: {},
    // Between two Chinese sentences stands nothing; the name of the text would be shown instead.
    returnEmptyString: true,
    interpolation: { escapeValue: false }, // React escapes
  })
  await speak(language)
}

/** From now on everything is said in this language; what is shown is said again at once. */
export async function speak(language: Language): Promise<void> {
  const pack = await readPack(language)
  for (const [namespace, texts] of Object.entries(pack.texts)) i18next.addResourceBundle(language, namespace, texts)
  await i18next.changeLanguage(language)
  useLanguage.setState({ language, pack })
  document.documentElement.lang = language
  document.title = i18next.t('layout:product')
}
