import { useTranslation } from 'react-i18next'

/** No real key has been tried by SKF yet: said before anything is ordered, and again beside what came of it. */
export function ExperimentalNotice({ when }: { readonly when: 'before' | 'after' }) {
  const { t } = useTranslation('renewal')
  return (
    <div className="notice notice-warn" role="note">
      <p className="notice-title">{t('experimental.title')}</p>
      <p>{t(`experimental.${when}`)}</p>
    </div>
  )
}
