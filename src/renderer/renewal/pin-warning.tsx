import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { Token } from '../../shared/ipc/models.ts'
import { useSentences } from '../i18n/use-sentences.ts'

/** What the token says about the tries that are left, as a number where it tells one; nothing when it says nothing. */
export function PinWarning({ pin: { state, triesLeft } }: { readonly pin: Token['pin'] }) {
  const { t } = useTranslation('renewal')
  const sentences = useSentences()
  const counted = triesLeft === undefined ? '' : t('pin.triesLeft', { count: triesLeft })
  switch (state) {
    case 'ok':
      return counted === '' ? null : <p className="soft">{counted}</p>
    case 'count-low':
      return <p className="notice notice-warn">{sentences(counted, t('pin.countLow'))}</p>
    case 'final-try':
      return (
        <p className="notice notice-bad" role="alert">
          {t('pin.finalTry')}
        </p>
      )
    case 'locked':
      return (
        <p className="notice notice-bad" role="alert">
          {t('pin.locked')}
        </p>
      )
    default:
      return assertNever(state)
  }
}
