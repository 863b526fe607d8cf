import { Slider } from 'antd'
import { useTranslation } from 'react-i18next'
import { Button } from '../../components/button.tsx'
import type { Adjustment } from '../extract/adjustment.ts'
import { newestOf } from './capture-store.ts'
import { DraggedSlider } from './dragged-slider.tsx'
import { useCapture } from './use-capture.ts'

/** Strength, turn and eraser; each change can be undone, and the photo stays as it is. */
export function AdjustPanel() {
  const { t } = useTranslation('sealCapture')
  const adjustment = useCapture(newestOf)
  const adjust = useCapture((state) => state.adjust)
  const undo = useCapture((state) => state.undo)
  const reset = useCapture((state) => state.reset)
  const isChanged = useCapture((state) => state.history.length > 1)
  const turn = (by: 1 | 3) =>
    void adjust({ quarterTurns: ((adjustment.quarterTurns + by) % 4) as Adjustment['quarterTurns'] })
  return (
    <section className="capture-adjust" aria-label={t('adjust')}>
      <DraggedSlider
        label={t('threshold')}
        {...{ min: -100, max: 100, step: 5 }}
        value={Math.round(adjustment.thresholdShift * 100)}
        ends={[t('lighter'), t('stronger')]}
        onRelease={(value) => void adjust({ thresholdShift: value / 100 })}
      />
      <DraggedSlider
        label={t('fineTurn')}
        {...{ min: -45, max: 45, step: 0.5 }}
        value={adjustment.fineDegrees}
        format={(count) => t('degrees', { count })}
        onRelease={(fineDegrees) => void adjust({ fineDegrees })}
      />
      <div className="capture-tools">
        <Button onClick={() => turn(3)}>{t('turnLeft')}</Button>
        <Button onClick={() => turn(1)}>{t('turnRight')}</Button>
        <Eraser />
        <Button disabled={!isChanged} onClick={() => void undo()}>
          {t('undo')}
        </Button>
        <Button disabled={!isChanged} onClick={() => void reset()}>
          {t('reset')}
        </Button>
      </div>
    </section>
  )
}

function Eraser() {
  const { t } = useTranslation('sealCapture')
  const isErasing = useCapture((state) => state.isErasing)
  const eraserMm = useCapture((state) => state.eraserMm)
  const setEraser = useCapture((state) => state.setEraser)
  return (
    <>
      <Button
        type={isErasing ? 'primary' : 'default'}
        aria-pressed={isErasing}
        onClick={() => setEraser({ isErasing: !isErasing })}
      >
        {t('eraser')}
      </Button>
      {isErasing && (
        <label className="capture-eraser-size">
          <span>{t('eraserSize')}</span>
          <Slider
            {...{ min: 0.5, max: 4, step: 0.5, value: eraserMm }}
            ariaLabelForHandle={t('eraserSize')}
            tooltip={{ formatter: (count) => t('millimetres', { count: count ?? 0 }) }}
            onChange={(next) => setEraser({ eraserMm: next })}
          />
        </label>
      )}
      {isErasing && <p className="soft capture-hint">{t('eraserHint')}</p>}
    </>
  )
}
