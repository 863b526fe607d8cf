import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../components/button.tsx'
import { useCapture } from '../use-capture.ts'
import { CameraChoiceField } from './camera-choice.tsx'
import { StampGuide } from './stamp-guide.tsx'
import { useCamera } from './use-camera.ts'
import './camera.css'

/** What the camera sees, with a frame for the stamp; or why it sees nothing. */
export function CameraView() {
  const phase = useCamera((state) => state.phase)
  return <div className="capture-camera">{phase === 'stopped' ? <CameraStopped /> : <LivePicture />}</div>
}

function LivePicture() {
  const { t } = useTranslation('sealCapture')
  const video = useRef<HTMLVideoElement>(null)
  const stream = useCamera((state) => state.stream)
  const [aspect, setAspect] = useState<number>()
  useEffect(() => {
    if (video.current !== null) video.current.srcObject = stream ?? null
  }, [stream])
  const isShown = stream !== undefined && aspect !== undefined
  return (
    <>
      <p className="soft" role="status">
        {t(isShown ? 'camera.advice' : 'camera.asking')}
      </p>
      <div className="capture-frame camera-frame">
        <div className="camera-picture" hidden={!isShown} style={{ aspectRatio: String(aspect ?? 1) }}>
          <video
            ref={video}
            aria-label={t('camera.picture')}
            autoPlay
            muted
            playsInline
            onEmptied={() => setAspect(undefined)}
            onResize={({ currentTarget: { videoWidth, videoHeight } }) =>
              setAspect(videoHeight > 0 ? videoWidth / videoHeight : undefined)
            }
          />
          {aspect !== undefined && <StampGuide aspect={aspect} />}
        </div>
      </div>
      <CameraActions video={video} isShown={isShown} />
    </>
  )
}

interface CameraActionsProps {
  readonly video: { readonly current: HTMLVideoElement | null }
  readonly isShown: boolean
}

function CameraActions({ video, isShown }: CameraActionsProps) {
  const { t } = useTranslation('sealCapture')
  const phase = useCamera((state) => state.phase)
  const take = useCamera((state) => state.take)
  const close = useCamera((state) => state.close)
  const open = useCapture((state) => state.open)
  const shoot = async () => {
    const photo = video.current === null ? undefined : await take(video.current)
    if (photo === undefined) return
    await open(photo)
    close()
  }
  return (
    <div className="camera-actions">
      <CameraChoiceField />
      <Button onClick={close}>{t('camera.leave')}</Button>
      <Button type="primary" autoFocus loading={!isShown || phase !== 'live'} onClick={() => void shoot()}>
        {t('camera.take')}
      </Button>
    </div>
  )
}

function CameraStopped() {
  const { t } = useTranslation('sealCapture')
  const problem = useCamera((state) => state.problem) ?? 'failed'
  const system = useCamera((state) => state.system)
  const open = useCamera((state) => state.open)
  const close = useCamera((state) => state.close)
  return (
    <>
      <div className="notice notice-warn" role="alert">
        <p className="notice-title">{t(`camera.problem.${problem}`)}</p>
        <p>{problem === 'denied' ? t(`camera.nextStep.denied.${system}`) : t(`camera.nextStep.${problem}`)}</p>
        <p>{t('camera.otherWays')}</p>
      </div>
      <div className="camera-actions">
        <Button onClick={close}>{t('camera.leave')}</Button>
        <Button type="primary" autoFocus onClick={() => void open()}>
          {t('camera.again')}
        </Button>
      </div>
    </>
  )
}
