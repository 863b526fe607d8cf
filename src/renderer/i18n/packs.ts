import zhCnControls from 'antd/locale/zh_CN'
import { zhCnFailures } from '../../shared/failures/zh-CN/failure-texts.ts'
import type { Language } from '../../shared/language.ts'
import type { LanguagePack } from './language-pack.ts'
import { zhCn } from './zh-CN/texts.ts'

export const sourcePack: LanguagePack = { texts: zhCn, failures: zhCnFailures, controls: zhCnControls }

/** The source is there from the start; another language is read when it is wanted, so that the start does not grow by it. */
const packs: Readonly<Record<Language, () => Promise<LanguagePack>>> = {
  'zh-CN': () => Promise.resolve(sourcePack),
  en: async () => (await import('./en/pack.ts')).enPack,
}

export function readPack(language: Language): Promise<LanguagePack> {
  return packs[language]()
}
