import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { LeaveButtons } from './leave-buttons.tsx'
import { useRenewals } from './renewal-store.ts'
import { isKeyGone, type KeyWatch } from './use-key-watch.ts'

interface ExecuteFooterProps {
  readonly renewal: Renewal
  readonly failure: Failure | undefined
  readonly watch: KeyWatch
  readonly onRun: () => void
}

export function ExecuteFooter({ renewal, failure, watch, onRun }: ExecuteFooterProps) {
  const isBusy = useRenewals((state) => state.isPending) || renewal.busy
  const words = useRunWords({ renewal, failure, watch })
  return (
    <>
      <LeaveButtons renewal={renewal} />
      <Button type="primary" loading={isBusy} disabled={!isBusy && isKeyGone(watch)} onClick={onRun}>
        {words}
      </Button>
    </>
  )
}

/** One button, named after what it does now. */
function useRunWords({ renewal, failure, watch }: Omit<ExecuteFooterProps, 'onRun'>): string {
  const { t } = useTranslation(['renewal', 'common'])
  if (watch !== 'here') return t('key.continue')
  if (failure === undefined) return t(`execute.run.${renewal.kind}`)
  if (failure.code === 'renewal.inReview') return t('execute.refresh')
  return t(failure.code === 'platform.loginRequired' ? 'common:logIn' : 'common:retry')
}
