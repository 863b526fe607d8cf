import type { ReactNode } from 'react'

/** Letters without words: a seal in a drawing is nobody's. */
const strokes = 9

interface StampDrawingProps {
  /** Where it stands in a square of 100 units. */
  readonly x?: number
  readonly y?: number
  readonly radius?: number
  readonly turn?: number
}

/** A round seal with a ring, a star, and strokes where its words would be. */
export function StampDrawing({ x = 50, y = 50, radius = 40, turn = 0 }: StampDrawingProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${radius / 40})`} fill="none" stroke="currentColor">
      <circle r={38} strokeWidth={3.4} />
      {Array.from({ length: strokes }, (_, at) => (
        <Letter key={at} angle={-120 + (at * 240) / (strokes - 1)} />
      ))}
      <path d={star(12)} fill="currentColor" stroke="none" />
      <path d="M -13 22 H 13" strokeWidth={3} />
    </g>
  )
}

function Letter({ angle }: { readonly angle: number }): ReactNode {
  return (
    <path
      transform={`rotate(${angle}) translate(0 -28)`}
      d="M -3.5 -4 H 3.5 M -3.5 0 H 3.5 M 0 -5 V 5"
      strokeWidth={1.6}
    />
  )
}

function star(radius: number): string {
  const points = Array.from({ length: 10 }, (_, point) => {
    const angle = (point * 36 - 90) * (Math.PI / 180)
    const far = point % 2 === 0 ? radius : radius * 0.4
    return `${(far * Math.cos(angle)).toFixed(2)} ${(far * Math.sin(angle)).toFixed(2)}`
  })
  return `M ${points.join(' L ')} Z`
}
