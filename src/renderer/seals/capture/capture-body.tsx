import type { SealType } from '../../../shared/seals/seal-types.ts'
import { AdjustPanel } from './adjust-panel.tsx'
import { CameraView } from './camera/camera-view.tsx'
import { useCamera } from './camera/use-camera.ts'
import { ChoosePicture } from './choose-picture.tsx'
import { FindingList } from './finding-list.tsx'
import { FormChoice } from './form-choice.tsx'
import { OriginalView } from './original-view.tsx'
import { ResultView } from './result-view.tsx'
import { useCapture } from './use-capture.ts'

/** First a photo; then photo and result side by side, with what was found and what can be changed. */
export function CaptureBody({ type }: { readonly type: SealType }) {
  const opened = useCapture((state) => state.opened)
  const extracted = useCapture((state) => state.extracted)
  const drawn = useCapture((state) => state.drawn)
  const isCameraClosed = useCamera((state) => state.phase === 'closed')
  return (
    <div className="capture-body">
      <FormChoice type={type} />
      {opened === undefined ? (
        isCameraClosed ? (
          <ChoosePicture />
        ) : (
          <CameraView />
        )
      ) : (
        <div className="capture-sides">
          <OriginalView opened={opened} findings={extracted?.quality.findings ?? []} />
          {drawn !== undefined && <ResultView drawn={drawn} />}
          {extracted?.isAccepted === false && <FindingList extracted={extracted} />}
        </div>
      )}
      {extracted?.isAccepted === true && <FindingList extracted={extracted} />}
      {drawn !== undefined && <AdjustPanel />}
    </div>
  )
}
