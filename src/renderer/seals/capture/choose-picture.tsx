import { useEffect, useRef, useState, type ChangeEvent, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import { useCamera } from './camera/use-camera.ts'
import { useCapture } from './use-capture.ts'

/** A photo from a file, from a camera, from another window, or from the clipboard. */
export function ChoosePicture() {
  const { t } = useTranslation('sealCapture')
  const open = useCapture((state) => state.open)
  const refusal = useCapture((state) => state.refusal)
  const { isOver, ...drop } = useDrop(open)
  usePastedPicture(open)
  return (
    <div className={isOver ? 'capture-choose capture-over' : 'capture-choose'} {...drop}>
      <p>{t('intro')}</p>
      <p className="soft">{t('advice')}</p>
      <div className="capture-ways">
        <ChooseFile onChoose={open} />
        <OpenCamera />
      </div>
      <p className="soft">{isOver ? t('drop') : t('chooseHint')}</p>
      {refusal !== undefined && (
        <p className="notice notice-bad" role="alert">
          {t(`refusal.${refusal}`)}
        </p>
      )}
    </div>
  )
}

function ChooseFile({ onChoose }: { readonly onChoose: (file: Blob) => Promise<void> }) {
  const { t } = useTranslation('sealCapture')
  const busy = useCapture((state) => state.busy)
  const input = useRef<HTMLInputElement>(null)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    // The same file again is a change, too.
    event.target.value = ''
    if (file !== undefined) void onChoose(file)
  }
  return (
    <>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/jpeg,image/png,image/webp,image/bmp"
        aria-label={t('choose')}
        onChange={choose}
      />
      <Button type="primary" autoFocus loading={busy !== undefined} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
    </>
  )
}

function OpenCamera() {
  const { t } = useTranslation('sealCapture')
  const open = useCamera((state) => state.open)
  const isBusy = useCapture((state) => state.busy !== undefined)
  return (
    <Button disabled={isBusy} onClick={() => void open()}>
      {t('camera.open')}
    </Button>
  )
}

function useDrop(open: (file: Blob) => Promise<void>) {
  const [isOver, setOver] = useState(false)
  const onDragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file !== undefined) void open(file)
  }
  return { isOver, onDragOver, onDrop, onDragLeave: () => setOver(false) }
}

function usePastedPicture(open: (file: Blob) => Promise<void>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0]
      if (file === undefined) return
      event.preventDefault()
      // What is underneath takes pasted pictures too.
      event.stopPropagation()
      void open(file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [open])
}
