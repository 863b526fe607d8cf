import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { Button } from '../../components/button.tsx'
import { SealCapture } from './seal-capture.tsx'

interface CaptureButtonProps {
  readonly type: SealType
  readonly onPicture: (png: Blob) => Promise<void>
}

/** Opens 智能自助采集 where a picture of a seal is wanted. */
export function CaptureButton({ type, onPicture }: CaptureButtonProps) {
  const { t } = useTranslation('sealCapture')
  const [isOpen, setOpen] = useState(false)
  const take = (png: Uint8Array<ArrayBuffer>) => {
    setOpen(false)
    void onPicture(new Blob([png], { type: 'image/png' }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('title')}</Button>
      {isOpen && <SealCapture type={type} onDone={take} onCancel={() => setOpen(false)} />}
    </>
  )
}
