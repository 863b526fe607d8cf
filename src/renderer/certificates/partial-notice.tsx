import { useTranslation } from 'react-i18next'
import type { Module } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { useNavigation } from '../layout/navigation-store.ts'

/** A module that failed may hide a token: say so instead of letting the list look complete. */
export function PartialNotice({ modules }: { readonly modules: readonly Module[] }) {
  const { t } = useTranslation(['certificates', 'common'])
  const go = useNavigation((state) => state.go)
  const failed = modules.filter(({ state }) => state === 'failed').length
  if (failed === 0) return null
  return (
    <section className="notice notice-warn banner" aria-live="polite">
      <p>{t('partial', { count: failed })}</p>
      <Button size="small" onClick={() => go('settings')}>
        {t('common:goToSettings')}
      </Button>
    </section>
  )
}
