import { Segmented } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Drawn } from '../extract/messages.ts'
import { EraserLayer } from './eraser-layer.tsx'
import { useCapture } from './use-capture.ts'
import { useImage } from './use-image.ts'

/** The seal on squares that stand for nothing, or on white paper. */
export function ResultView({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation('sealCapture')
  const [ground, setGround] = useState<'transparent' | 'white'>('transparent')
  const isErasing = useCapture((state) => state.isErasing)
  const address = useImage(drawn.png)
  const options = (['transparent', 'white'] as const).map((value) => ({ value, label: t(value) }))
  return (
    <figure className="capture-side">
      <figcaption>
        {t('result')}
        <Segmented size="small" aria-label={t('background')} options={options} value={ground} onChange={setGround} />
      </figcaption>
      <div className="capture-frame">
        <div className={`capture-result capture-${ground}`} style={{ aspectRatio: `${drawn.width} / ${drawn.height}` }}>
          {address !== undefined && <img src={address} alt={t('resultAlt')} />}
          {isErasing && <EraserLayer drawn={drawn} />}
        </div>
      </div>
      <p className="soft">{t('pixels', { width: drawn.width, height: drawn.height })}</p>
    </figure>
  )
}
