import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { takenOf, type SealCaptureFacts } from './capture-store.ts'
import { useCamera } from './camera/use-camera.ts'
import { useCapture } from './use-capture.ts'

interface CaptureFooterProps {
  readonly onDone: (png: Uint8Array<ArrayBuffer>, facts: SealCaptureFacts) => void
  readonly onCancel: () => void
}

export function CaptureFooter({ onDone, onCancel }: CaptureFooterProps) {
  const { t } = useTranslation('sealCapture')
  const state = useCapture((whole) => whole)
  const taken = takenOf(state)
  // The camera has a way out of its own.
  const isCameraClosed = useCamera(({ phase }) => phase === 'closed')
  const use = async () => {
    if (taken !== undefined) onDone(new Uint8Array(await taken.png.arrayBuffer()), taken.facts)
  }
  return (
    <div className="form-actions capture-footer">
      <p className="soft" role="status">
        {state.busy !== undefined && t(state.busy)}
      </p>
      {isCameraClosed && <Button onClick={onCancel}>{t('cancel')}</Button>}
      <RetakeButton />
      {state.opened !== undefined && <Button onClick={state.forget}>{t('other')}</Button>}
      {state.opened !== undefined && (
        <Button type="primary" disabled={taken === undefined} onClick={() => void use()}>
          {t('use')}
        </Button>
      )}
    </div>
  )
}

/** Of a picture that the camera has taken: the same camera once more. */
function RetakeButton() {
  const { t } = useTranslation('sealCapture')
  const file = useCapture((state) => (state.opened === undefined ? undefined : state.file))
  const forget = useCapture((state) => state.forget)
  const photo = useCamera((state) => state.photo)
  const chosen = useCamera((state) => state.chosen)
  const open = useCamera((state) => state.open)
  if (file === undefined || file !== photo) return null
  const retake = () => {
    forget()
    void open(chosen)
  }
  return (
    // What was pressed to take it is gone.
    <Button autoFocus onClick={retake}>
      {t('camera.retake')}
    </Button>
  )
}
