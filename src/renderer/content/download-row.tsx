import { useTranslation } from 'react-i18next'
import { localDate } from '../../shared/format/date-time.ts'
import type { DownloadItem } from '../../shared/ipc/models-content.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { DownloadActions } from './download-actions.tsx'
import { TransferState } from './transfer-state.tsx'
import { useTransfers } from './transfers-store.ts'
import { useFileSize } from './use-file-size.ts'

/** One file: what it is, how far it has come, and what can be done with it. */
export function DownloadRow({ item }: { readonly item: DownloadItem }) {
  const { t } = useTranslation('content')
  const size = useFileSize()
  const transfer = useTransfers((state) => state.transfers.find(({ downloadId }) => downloadId === item.id))
  const failed = useTransfers((state) => (state.failed?.downloadId === item.id ? state.failed.failure : undefined))
  const failure = failed ?? transfer?.failure
  const isOld = transfer?.state === 'done' && transfer.sha256 !== item.sha256
  return (
    <li className="content-row download-row">
      <div className="content-text">
        <h3 className="content-name">{item.name}</h3>
        {item.description !== undefined && <p className="download-description">{item.description}</p>}
        <ul className="meta">
          {item.version !== undefined && <li>{t('download.version', { version: item.version })}</li>}
          <li>{size(item.size)}</li>
          <li>{t('updated', { date: localDate(new Date(item.updatedAt)) })}</li>
        </ul>
        <details className="download-hash">
          <summary className="soft">{t('download.sha256')}</summary>
          <code>{item.sha256}</code>
        </details>
        {transfer !== undefined && <TransferState transfer={transfer} name={item.name} />}
        {isOld && <p className="soft">{t('download.newer')}</p>}
      </div>
      <DownloadActions item={item} transfer={transfer} />
      {failure !== undefined && <FailureNotice failure={failure} tone={failed === undefined ? 'warn' : 'bad'} />}
    </li>
  )
}
