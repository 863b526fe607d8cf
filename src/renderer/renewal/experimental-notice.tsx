import { useTranslation } from 'react-i18next'

/** No real key has been tried by SKF yet: said before anything is ordered, and again beside what came of it. */
export function ExperimentalNotice({ when }: { readonly when: 'before' | 'after' }) {
  const { t } = useTranslation('renewal')
  return (
    <p className="notice notice-warn" role="note">
      <strong>{t('experimental.tag')}</strong> {t(`experimental.${when}`)}
    </p>
  )
}
