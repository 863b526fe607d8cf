import { useTranslation } from 'react-i18next'
import { assertNever } from '../../shared/assert-never.ts'
import type { Token } from '../../shared/ipc/models.ts'

/** What the token's flags say about the tries that are left; nothing when they say nothing. */
export function PinWarning({ state }: { readonly state: Token['pin']['state'] }) {
  const { t } = useTranslation('renewal')
  switch (state) {
    case 'ok':
      return null
    case 'count-low':
      return <p className="notice notice-warn">{t('pin.countLow')}</p>
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
