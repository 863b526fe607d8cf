import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Transfer } from '../../shared/ipc/models-transfers.ts'
import { useFileSize } from './use-file-size.ts'

/** How far a file has come, by octets; the words are read out when the state changes, not at every octet. */
export function TransferState({ transfer, name }: { readonly transfer: Transfer; readonly name: string }) {
  const { t } = useTranslation('content')
  const size = useFileSize()
  const { state, received, fileName } = transfer
  const words = { received: size(received), size: size(transfer.size), fileName }
  const isDone = state === 'done'
  return (
    <div className="transfer">
      {!isDone && (
        <Progress
          percent={percentOf(transfer)}
          showInfo={false}
          status={state === 'stopped' ? 'exception' : 'normal'}
          aria-label={t('download.progress', { name })}
        />
      )}
      <p className={isDone ? 'transfer-done' : 'soft'} aria-live={state === 'loading' ? 'off' : 'polite'}>
        {t(`download.state.${state}`, words)}
      </p>
    </div>
  )
}

function percentOf({ received, size }: Transfer): number {
  return size === 0 ? 100 : Math.floor((received * 100) / size)
}
