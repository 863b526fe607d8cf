import { useTranslation } from 'react-i18next'
import { isInTheClear } from '../../shared/platform/loopback.ts'

/** Stands on every page as long as the platform is spoken to without encryption. */
export function PlainWarning({ address }: { readonly address: string | undefined }) {
  const { t } = useTranslation('layout')
  const url = address === undefined ? null : URL.parse(address)
  if (url === null || !isInTheClear(url)) return null
  return (
    <p className="plain-warning">
      <strong>{t('account.plain')}</strong>
      {t('account.plainMeaning')}
    </p>
  )
}
