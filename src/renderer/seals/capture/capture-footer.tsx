import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { takenOf, type SealCaptureFacts } from './capture-store.ts'
import { useCapture } from './use-capture.ts'

interface CaptureFooterProps {
  readonly onDone: (png: Uint8Array<ArrayBuffer>, facts: SealCaptureFacts) => void
  readonly onCancel: () => void
}

export function CaptureFooter({ onDone, onCancel }: CaptureFooterProps) {
  const { t } = useTranslation('sealCapture')
  const state = useCapture((whole) => whole)
  const taken = takenOf(state)
  const use = async () => {
    if (taken !== undefined) onDone(new Uint8Array(await taken.png.arrayBuffer()), taken.facts)
  }
  return (
    <div className="form-actions capture-footer">
      <p className="soft" role="status">
        {state.busy !== undefined && t(state.busy)}
      </p>
      <Button onClick={onCancel}>{t('cancel')}</Button>
      {state.opened !== undefined && <Button onClick={state.forget}>{t('other')}</Button>}
      {state.opened !== undefined && (
        <Button type="primary" disabled={taken === undefined} onClick={() => void use()}>
          {t('use')}
        </Button>
      )}
    </div>
  )
}
