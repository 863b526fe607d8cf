import { Slider } from 'antd'
import { useState } from 'react'

interface DraggedSliderProps {
  readonly label: string
  readonly min: number
  readonly max: number
  readonly step: number
  readonly value: number
  /** What both ends mean. */
  readonly ends?: readonly [string, string]
  readonly format?: (value: number) => string
  /** Called when it is let go: one drag is one step to undo. */
  readonly onRelease: (value: number) => void
}

/** A slider that follows the hand and tells its value when it is let go. */
export function DraggedSlider({ label, value, ends, format = String, onRelease, ...range }: DraggedSliderProps) {
  const [dragged, setDragged] = useState<number>()
  const release = (chosen: number) => {
    setDragged(undefined)
    if (chosen !== value) onRelease(chosen)
  }
  return (
    <div className="capture-slider">
      <span>{label}</span>
      {ends !== undefined && <span className="soft">{ends[0]}</span>}
      <Slider
        {...range}
        value={dragged ?? value}
        ariaLabelForHandle={label}
        tooltip={{ formatter: (shown) => format(shown ?? 0) }}
        onChange={setDragged}
        onChangeComplete={release}
      />
      {ends !== undefined && <span className="soft">{ends[1]}</span>}
    </div>
  )
}
