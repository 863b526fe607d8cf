import { Progress } from 'antd'
import { useTranslation } from 'react-i18next'
import { localDateTime } from '../../shared/format/date-time.ts'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { useFileSize } from '../content/use-file-size.ts'

const withProgress: readonly UpdateReport['stage'][] = ['loading', 'checking', 'paused']

/** Where it stands, in one line; the words are read out when the stage changes, not at every octet. */
export function UpdateStageLine({ report }: { readonly report: UpdateReport }) {
  const { t } = useTranslation('update')
  const size = useFileSize()
  const { stage, offer, received, version, refused, isHeldUp } = report
  const words = {
    ...{ version: offer?.version ?? version, received: size(received), size: size(offer?.size ?? 0) },
    current: version,
  }
  return (
    <div className="update-stage">
      {offer !== undefined && withProgress.includes(stage) && (
        <Progress
          percent={Math.floor((received * 100) / offer.size)}
          showInfo={false}
          aria-label={t('progress', { version: offer.version })}
        />
      )}
      <p aria-live={stage === 'loading' ? 'off' : 'polite'}>{t(`stage.${stage}`, words)}</p>
      {isHeldUp && offer !== undefined && <p className="soft hint">{t('heldUp')}</p>}
      {refused !== undefined && <p className="soft hint">{t('refused', { version: refused })}</p>}
      <CheckedAt report={report} />
    </div>
  )
}

function CheckedAt({ report: { checkedAt } }: { readonly report: UpdateReport }) {
  const { t } = useTranslation('update')
  if (checkedAt === undefined) return null
  return <p className="soft hint">{t('checkedAt', { at: localDateTime(new Date(checkedAt)) })}</p>
}
