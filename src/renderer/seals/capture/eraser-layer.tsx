import { useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { sealDpi } from '../../../shared/seals/seal-types.ts'
import { toMillimetres } from '../extract/draw-seal.ts'
import type { Drawn } from '../extract/messages.ts'
import type { Point } from '../ink/picture.ts'
import { newestOf } from './capture-store.ts'
import { useCapture } from './use-capture.ts'

const arrows: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
}

/** Lies over the result: what is rubbed with the mouse, or with arrows and space, is erased when it is let go. */
export function EraserLayer({ drawn }: { readonly drawn: Drawn }) {
  const { t } = useTranslation('sealCapture')
  const eraserMm = useCapture((state) => state.eraserMm)
  const { place, line, start, move, finish, press } = useEraser(drawn)
  const radius = (eraserMm / 25.4) * sealDpi
  return (
    <svg
      className="capture-eraser"
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      tabIndex={0}
      role="application"
      aria-label={`${t('eraser')} ${t('eraserHint')}`}
      onPointerDown={start}
      onPointerMove={move}
      onPointerUp={finish}
      onKeyDown={press}
    >
      {line.length > 0 && (
        <polyline
          points={[...line, ...line.slice(-1)].map(({ x, y }) => `${x},${y}`).join(' ')}
          strokeWidth={2 * radius}
        />
      )}
      <circle cx={place.x} cy={place.y} r={radius} />
    </svg>
  )
}

function useEraser(drawn: Drawn) {
  const radiusMm = useCapture((state) => state.eraserMm)
  const adjustment = useCapture(newestOf)
  const adjust = useCapture((state) => state.adjust)
  const [place, setPlace] = useState<Point>({ x: drawn.width / 2, y: drawn.height / 2 })
  const [line, setLine] = useState<readonly Point[]>([])
  const erase = (points: readonly Point[]) => {
    const stroke = { radiusMm, points: points.map((point) => toMillimetres(point, drawn, adjustment)) }
    void adjust({ strokes: [...adjustment.strokes, stroke] })
  }
  const press = (event: KeyboardEvent) => {
    const by = arrows[event.key]
    if (by === undefined && event.key !== ' ') return
    event.preventDefault()
    if (by === undefined) erase([place])
    else setPlace(({ x, y }) => ({ x: within(x + 8 * by.x, drawn.width), y: within(y + 8 * by.y, drawn.height) }))
  }
  const start = (event: PointerEvent<SVGSVGElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId)
    const at = placeOf(event, drawn)
    setPlace(at)
    setLine([at])
  }
  const move = (event: PointerEvent<SVGSVGElement>) => {
    const at = placeOf(event, drawn)
    setPlace(at)
    if (line.length > 0) setLine([...line, at])
  }
  const finish = () => {
    if (line.length > 0) erase(line)
    setLine([])
  }
  return { place, line, start, move, finish, press }
}

function placeOf({ currentTarget, clientX, clientY }: PointerEvent<SVGSVGElement>, drawn: Drawn): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return {
    x: within(((clientX - left) / Math.max(1, width)) * drawn.width, drawn.width),
    y: within(((clientY - top) / Math.max(1, height)) * drawn.height, drawn.height),
  }
}

function within(value: number, most: number): number {
  return Math.min(Math.max(value, 0), most)
}
