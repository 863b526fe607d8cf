import { Modal } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { createExtractor } from '../extract/extractor.ts'
import { startExtractWorker } from '../extract/start-worker.ts'
import { CaptureBody } from './capture-body.tsx'
import { CaptureFooter } from './capture-footer.tsx'
import { createCaptureStore, type SealCaptureFacts } from './capture-store.ts'
import { browserCamera, type CameraPort } from './camera/camera-port.ts'
import { createCameraStore } from './camera/camera-store.ts'
import { mainLender } from './camera/main-lender.ts'
import { CameraContext, useCameraEnds } from './camera/use-camera.ts'
import { CaptureContext } from './use-capture.ts'
import './capture.css'

interface SealCaptureProps {
  readonly type: SealType
  /** A PNG (RGBA, transparent) of the seal at 300 dpi with a margin of 3 %, taken by the user. */
  readonly onDone: (png: Uint8Array<ArrayBuffer>, facts: SealCaptureFacts) => void
  readonly onCancel: () => void
  /** Another worker, for tests. */
  readonly start?: typeof startExtractWorker
  /** Other cameras, for tests. */
  readonly cameras?: CameraPort
}

/**
 * 智能自助采集: from a photo of a stamp to a picture of the seal, as a dialog. Worker and camera live as long as it is open.
 */
export function SealCapture({
  type,
  onDone,
  onCancel,
  start = startExtractWorker,
  cameras = browserCamera,
}: SealCaptureProps) {
  const { t } = useTranslation('sealCapture')
  const content = useRef<HTMLDivElement>(null)
  const [extractor] = useState(() => createExtractor(start))
  const [store] = useState(() => createCaptureStore(type, extractor))
  const [camera] = useState(() => createCameraStore(cameras, mainLender))
  useEffect(() => () => extractor.stop(), [extractor])
  useCameraEnds(camera)
  return (
    <Modal
      title={t('title')}
      open
      onCancel={onCancel}
      afterOpenChange={(hasOpened) => hasOpened && content.current?.querySelector('button')?.focus()}
      footer={null}
      width={900}
      centered
      destroyOnHidden
    >
      <CaptureContext value={store}>
        <CameraContext value={camera}>
          <div ref={content} className="capture">
            <CaptureBody type={type} />
            <CaptureFooter onDone={onDone} onCancel={onCancel} />
          </div>
        </CameraContext>
      </CaptureContext>
    </Modal>
  )
}
