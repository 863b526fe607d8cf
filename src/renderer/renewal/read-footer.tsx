import { useTranslation } from 'react-i18next'
import { Button } from '../components/button.tsx'
import { programsInTheWay } from './gate-acceptance.tsx'
import { useGate } from './gate-store.ts'
import type { OpenBids } from './open-bids-question.tsx'
import { useRenewals } from './renewal-store.ts'

interface ReadFooterProps {
  readonly certificateId: string
  readonly isThere: boolean
  readonly openBids: OpenBids | undefined
}

/** 下一步 works once the gate is open and, where something is asked, the answer is given. */
export function ReadFooter({ certificateId, isThere, openBids }: ReadFooterProps) {
  const { t } = useTranslation(['renewal', 'common'])
  const gate = useGate((state) => state.gate)
  const isChecking = useGate((state) => state.isChecking)
  const isAccepted = useGate((state) => state.isAccepted)
  const isPending = useRenewals((state) => state.isPending)
  const start = useRenewals((state) => state.start)
  const close = useRenewals((state) => state.close)
  const isAsked = gate?.asksForOpenBids === true
  const isAnswered = openBids === 'none' || openBids === 'understood'
  const isAgreed = isAccepted || programsInTheWay(gate).length === 0
  const canStart = isThere && gate?.isOpen === true && !isChecking && (!isAsked || isAnswered) && isAgreed
  const begin = () => void start(certificateId, isAsked ? { hasOpenBids: openBids !== 'none' } : {})
  return (
    <>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <Button type="primary" disabled={!canStart} loading={isPending} onClick={begin}>
        {t(isPending ? 'read.starting' : 'read.next')}
      </Button>
    </>
  )
}
