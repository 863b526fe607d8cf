import { Button } from 'antd'
import { useEffect, useRef, useState, type DragEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useCapture } from './use-capture.ts'

/** A photo from a file, from another window, or from the clipboard. */
export function ChoosePicture() {
  const { t } = useTranslation('sealCapture')
  const open = useCapture((state) => state.open)
  const busy = useCapture((state) => state.busy)
  const refusal = useCapture((state) => state.refusal)
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  usePastedPicture(open)
  const take = (files: FileList | null | undefined) => {
    const file = files?.[0]
    if (file !== undefined) void open(file)
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  const dragOver = (event: DragEvent) => {
    event.preventDefault()
    setOver(true)
  }
  return (
    <div
      className={isOver ? 'capture-choose capture-over' : 'capture-choose'}
      onDragOver={dragOver}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <p>{t('intro')}</p>
      <p className="soft">{t('advice')}</p>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        accept="image/jpeg,image/png,image/webp,image/bmp"
        aria-label={t('choose')}
        tabIndex={-1}
        onChange={(event) => take(event.target.files)}
      />
      <Button type="primary" autoFocus loading={busy !== undefined} onClick={() => input.current?.click()}>
        {t('choose')}
      </Button>
      <p className="soft">{isOver ? t('drop') : t('chooseHint')}</p>
      {refusal !== undefined && (
        <p className="notice notice-bad" role="alert">
          {t(`refusal.${refusal}`)}
        </p>
      )}
    </div>
  )
}

function usePastedPicture(open: (file: Blob) => Promise<void>): void {
  useEffect(() => {
    const paste = (event: ClipboardEvent) => {
      const file = event.clipboardData?.files[0]
      if (file === undefined) return
      event.preventDefault()
      void open(file)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [open])
}
