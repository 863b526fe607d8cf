import { useTranslation } from 'react-i18next'
import type { ChosenFileModel } from '../../shared/ipc/models-signing.ts'
import { Button } from '../components/button.tsx'

interface ChosenFileProps {
  readonly name: string
  readonly file: ChosenFileModel | undefined
  readonly words: string
  readonly isBusy: boolean
  readonly onChoose: () => Promise<void>
}

/** The name of a file that was chosen, and the button that opens main's dialog. */
export function ChosenFile({ name, file, words, isBusy, onChoose }: ChosenFileProps) {
  const { t } = useTranslation('signing')
  return (
    <div className="chosen-file">
      <div className="chosen-name">
        <span className="soft">{name}</span>
        <span className={file === undefined ? 'soft' : ''}>{file?.name ?? t('check.none')}</span>
      </div>
      <Button disabled={isBusy} onClick={() => void onChoose()}>
        {words}
      </Button>
    </div>
  )
}
