import { useCapture } from '../use-capture.ts'

/** Of the shorter side: the stamp is large, and there is white around it. */
const share = 0.66

/** A dashed frame in the form of the seal, where the stamp belongs. Units: hundredths of the picture's height. */
export function StampGuide({ aspect }: { readonly aspect: number }) {
  const { shape, widthMm, heightMm } = useCapture((state) => state.form)
  const [width, height] = [aspect * 100, 100]
  const scale = share * Math.min(width / widthMm, height / heightMm)
  const [half, tall] = [(widthMm * scale) / 2, (heightMm * scale) / 2]
  const middle = { x: width / 2, y: height / 2 }
  const frame =
    shape === 'round' || shape === 'oval' ? (
      <ellipse cx={middle.x} cy={middle.y} rx={half} ry={tall} />
    ) : (
      <rect x={middle.x - half} y={middle.y - tall} width={half * 2} height={tall * 2} rx={1} />
    )
  return (
    <svg className="camera-guide" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <g className="camera-guide-edge">{frame}</g>
      <g className="camera-guide-line">{frame}</g>
    </svg>
  )
}
