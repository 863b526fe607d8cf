import { useTranslation } from 'react-i18next'
import { useDuration } from '../format/use-duration.ts'

/** How long the platform keeps the account locked. Not read out each second: the button says that it does not work. */
export function LockedWords({ seconds }: { readonly seconds: number }) {
  const { t } = useTranslation('account')
  const duration = useDuration()
  if (seconds === 0) return null
  return (
    <p className="locked-words" role="timer">
      {t('locked', { duration: duration(seconds * 1000) })}
    </p>
  )
}
