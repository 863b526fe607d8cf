import { useTranslation } from 'react-i18next'
import type { GateCheck } from '../../shared/ipc/models-gate.ts'
import { Button } from '../components/button.tsx'
import { isMendedInSettings } from '../components/mended-in-settings.ts'
import { useNavigation } from '../layout/navigation-store.ts'
import { useRenewals } from './renewal-store.ts'

interface GateActionProps {
  readonly check: GateCheck
  readonly onRecheck: () => void
}

/** The one button that leads out of what was found; a note that blocks nothing needs none. */
export function GateAction({ check, onRecheck }: GateActionProps) {
  const { t } = useTranslation(['renewal', 'common'])
  const go = useNavigation((state) => state.go)
  const resume = useRenewals((state) => state.resume)
  const { name, state, failure, renewalId } = check
  if (renewalId !== undefined) {
    return (
      <Button type="primary" onClick={() => resume(renewalId)}>
        {t('gate.resume')}
      </Button>
    )
  }
  if (failure !== undefined && isMendedInSettings(failure)) {
    return <Button onClick={() => go('settings')}>{t('common:goToSettings')}</Button>
  }
  if (state !== 'blocked') return null
  const words = t('gate.recheckOf', { name: t(`gate.name.${name}`) })
  return (
    <Button aria-label={words} onClick={onRecheck}>
      {t('common:recheck')}
    </Button>
  )
}
