import { useTranslation } from 'react-i18next'
import type { PolicyKey } from '../../shared/settings/policy-keys.ts'
import { useLocked } from './use-locked.ts'

interface LockedHintProps {
  readonly of: PolicyKey
  /** For the field that it explains. */
  readonly id?: string
}

/** Why a field cannot be changed, where an administrator has set it. */
export function LockedHint({ of, id }: LockedHintProps) {
  const { t } = useTranslation('settings')
  const isLocked = useLocked(of)
  if (!isLocked) return null
  return (
    <p id={id} className="hint locked-hint">
      {t('managed.reason')}
    </p>
  )
}
