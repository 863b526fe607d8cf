import { Segmented } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { cardGroups } from '../format/grouped.ts'
import { ChangePin } from './change-pin.tsx'
import { usePins } from './pin-store.ts'
import { UnblockPin } from './unblock-pin.tsx'
import { useFreshTries } from './use-fresh-tries.ts'
import './pin.css'

/** PIN 管理 of one token, named by its card number. */
export function PinManagementDialog() {
  const { t } = useTranslation(['pin', 'signing'])
  const serialNumber = usePins((state) => state.tokenSerialNumber)
  const close = usePins((state) => state.close)
  const isDone = usePins((state) => state.isDone)
  const token = useCertificates((state) =>
    state.overview?.tokens.find((candidate) => candidate.serialNumber === serialNumber),
  )
  return (
    <FormDialog title={t('title')} isOpen={serialNumber !== undefined} onClose={close}>
      {token !== undefined && <p className="pin-token">{t('token', { cardNumber: cardGroups(token.cardNumber) })}</p>}
      {isDone ? <Changed /> : token === undefined ? <p>{t('signing:tokenAbsent')}</p> : <Tasks token={token} />}
    </FormDialog>
  )
}

function Tasks({ token }: { readonly token: Token }) {
  const { t } = useTranslation('pin')
  useFreshTries()
  const { task, policy, failure, choose } = usePins()
  if (policy === undefined) return failure === undefined ? null : <FailureNotice failure={failure} />
  const options = (['change', 'unblock'] as const).map((value) => ({ value, label: t(`choice.${value}`) }))
  const isLocked = token.pin.state === 'locked'
  return (
    <div className="pin-tasks">
      {!isLocked && <Segmented block aria-label={t('choice.label')} options={options} value={task} onChange={choose} />}
      {task === 'change' && !isLocked ? (
        <ChangePin token={token} policy={policy} />
      ) : (
        <UnblockPin token={token} policy={policy} />
      )}
    </div>
  )
}

function Changed() {
  const { t } = useTranslation('pin')
  const close = usePins((state) => state.close)
  return (
    <div className="form" role="status">
      <div className="notice notice-good">
        <p className="notice-title">{t('changed.title')}</p>
        <p>{t('changed.text')}</p>
      </div>
      <p>{t('changed.remember')}</p>
      <div className="form-actions">
        <Button type="primary" autoFocus onClick={close}>
          {t('changed.done')}
        </Button>
      </div>
    </div>
  )
}
