import { useTranslation } from 'react-i18next'
import type { DownloadItem } from '../../shared/ipc/models-content.ts'
import type { Transfer } from '../../shared/ipc/models-transfers.ts'
import { Button } from '../components/button.tsx'
import { useTransfers } from './transfers-store.ts'

interface DownloadActionsProps {
  readonly item: DownloadItem
  readonly transfer: Transfer | undefined
}

/** The buttons of a file, by how far it has come. */
export function DownloadActions({ item, transfer }: DownloadActionsProps) {
  const start = useTransfers((state) => state.start)
  const act = useTransfers((state) => state.act)
  const begin = () => void start(item.id)
  if (transfer === undefined)
    return <Actions name={item.name} buttons={[{ words: 'start', isMain: true, run: begin }]} />
  const to = (action: Parameters<typeof act>[0]) => () => void act(action, transfer)
  const cancel = { words: 'cancel', run: to('remove') } as const
  switch (transfer.state) {
    case 'loading':
      return <Actions name={item.name} buttons={[{ words: 'pause', run: to('pause') }, cancel]} />
    case 'checking':
      return null
    case 'paused':
    case 'stopped': {
      const words = transfer.failure?.code === 'content.hashMismatch' ? 'again' : 'continue'
      return <Actions name={item.name} buttons={[{ words, isMain: true, run: to('continue') }, cancel]} />
    }
    case 'done': {
      const show = { words: 'show', isMain: true, run: to('show') } as const
      return <Actions name={item.name} buttons={[show, { words: 'again', run: begin }]} />
    }
  }
}

interface ActionsProps {
  readonly name: string
  readonly buttons: readonly {
    readonly words: 'start' | 'again' | 'continue' | 'pause' | 'cancel' | 'show'
    readonly isMain?: boolean
    readonly run: () => void
  }[]
}

function Actions({ name, buttons }: ActionsProps) {
  const { t } = useTranslation('content')
  return (
    <div className="download-actions">
      {buttons.map(({ words, isMain = false, run }) => {
        const action = t(`download.${words}`)
        return (
          <Button
            key={words}
            type={isMain ? 'primary' : 'default'}
            aria-label={t('download.forFile', { action, name })}
            onClick={run}
          >
            {action}
          </Button>
        )
      })}
    </div>
  )
}
