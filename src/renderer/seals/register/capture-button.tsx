import { useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { SealType } from '../../../shared/seals/seal-types.ts'
import { Button } from '../../components/button.tsx'
import { useSealRegister } from './register-store.ts'

interface CaptureProps {
  readonly type: SealType
  /** A PNG of the seal. */
  readonly onDone: (png: Uint8Array) => void
  readonly onCancel: () => void
}

/** 智能自助采集: what it makes of a photo is looked at like any picture that was chosen. */
export function CaptureButton({ Capture }: { readonly Capture: ComponentType<CaptureProps> }) {
  const { t } = useTranslation('seals')
  const type = useSealRegister(({ seal, words, form }) => seal?.type ?? words?.type ?? form.type)
  const choose = useSealRegister((store) => store.choose)
  const [isOpen, setOpen] = useState(false)
  const take = (png: Uint8Array) => {
    setOpen(false)
    void choose(new Blob([new Uint8Array(png)], { type: 'image/png' }))
  }
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('register.capture')}</Button>
      {isOpen && <Capture type={type} onDone={take} onCancel={() => setOpen(false)} />}
    </>
  )
}
