import { useTranslation } from 'react-i18next'
import { useLanguage } from '../i18n/language-store.ts'

/** For whoever reads the program in another language: what of 帮助中心 is not in it. */
export function ArticlesLanguage() {
  const { t } = useTranslation('help')
  const language = useLanguage((state) => state.language)
  return language === 'zh-CN' ? null : <p className="soft hint">{t('articlesLanguage')}</p>
}
