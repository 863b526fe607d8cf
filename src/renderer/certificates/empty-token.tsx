import { useTranslation } from 'react-i18next'

/** A token that is there and holds no certificate. */
export function EmptyToken() {
  const { t } = useTranslation('certificates')
  return (
    <div className="panel empty">
      <h3>{t('empty.noCertificates.title')}</h3>
      <p className="soft">{t('empty.noCertificates.text')}</p>
    </div>
  )
}
