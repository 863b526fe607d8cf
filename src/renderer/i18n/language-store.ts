import { create } from 'zustand'
import type { Language } from '../../shared/language.ts'
import type { LanguagePack } from './language-pack.ts'
import { sourcePack } from './packs.ts'

interface LanguageState {
  readonly language: Language
  readonly pack: LanguagePack
}

/** What is spoken now; changed by `speak` only. */
export const useLanguage = create<LanguageState>()(() => ({ language: 'zh-CN', pack: sourcePack }))
