import { useTranslation } from 'react-i18next'
import type { UpdateReport } from '../../shared/ipc/models-update.ts'
import { Button } from '../components/button.tsx'
import { useUpdate } from './update-store.ts'

const cannotLook: readonly UpdateReport['stage'][] = [
  'off',
  'locked',
  'unsupported',
  'loading',
  'checking',
  'installing',
]

/** What can be done now; the main thing is the last button. */
export function UpdateActions({ report }: { readonly report: UpdateReport }) {
  const { t } = useTranslation('update')
  const act = useUpdate((state) => state.act)
  const { stage, isHeldUp, isNews } = report
  return (
    <div className="panel-actions">
      {stage === 'loading' ? (
        <Button onClick={() => void act('stop')}>{t('stop')}</Button>
      ) : (
        <Button loading={stage === 'looking'} disabled={cannotLook.includes(stage)} onClick={() => void act('look')}>
          {t('look')}
        </Button>
      )}
      {isNews && <Button onClick={() => void act('put-off')}>{t('putOff')}</Button>}
      {(stage === 'available' || stage === 'paused') && (
        <Button type="primary" disabled={isHeldUp} onClick={() => void act('download')}>
          {t(stage === 'paused' ? 'goOn' : 'download')}
        </Button>
      )}
      {stage === 'ready' && (
        <Button type="primary" disabled={isHeldUp} onClick={() => void act('install')}>
          {t('install')}
        </Button>
      )}
    </div>
  )
}
