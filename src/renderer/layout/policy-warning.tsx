import { useTranslation } from 'react-i18next'
import { useSettings } from '../settings/settings-store.ts'

/**
 * Stands on every page as long as what an administrator has set cannot be used: the address that a password goes to is then
 * one that somebody else may have chosen.
 */
export function PolicyWarning({ address }: { readonly address: string | undefined }) {
  const { t } = useTranslation('layout')
  const isRefused = useSettings(
    ({ settings }) => settings?.managed?.sources.some(({ failure }) => failure !== undefined) === true,
  )
  if (!isRefused) return null
  return (
    <p className="plain-warning">
      <strong>{t('account.policy')}</strong>
      {address === undefined ? t('account.policySeeSettings') : t('account.policyMeaning', { address })}
    </p>
  )
}
