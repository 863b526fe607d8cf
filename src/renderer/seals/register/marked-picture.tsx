import { useTranslation } from 'react-i18next'
import type { Finding } from '../rules/finding.ts'
import type { SealFile } from './seal-file.ts'

/** The picture with what was found in it: a numbered frame for each place, the numbers being those of the list. */
export function MarkedPicture({ file: { url, width, height, findings } }: { readonly file: SealFile }) {
  const { t } = useTranslation('seals')
  if (url === undefined) return null
  return (
    <div className="marked-picture">
      <img src={url} alt={t('register.chosen')} />
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true" preserveAspectRatio="xMidYMid meet">
        {findings.map((finding, at) => (
          <Mark key={at} finding={finding} number={at + 1} scale={Math.max(width, height) / 320} />
        ))}
      </svg>
    </div>
  )
}

interface MarkProps {
  readonly finding: Finding
  readonly number: number
  /** Pixels of the picture for one on the screen. */
  readonly scale: number
}

function Mark({ finding: { where, severity }, number, scale }: MarkProps) {
  if (where === undefined) return null
  return (
    <g className={`mark mark-${severity}`}>
      <rect {...where} strokeWidth={2 * scale} />
      <circle cx={where.x + 9 * scale} cy={where.y + 9 * scale} r={9 * scale} />
      <text x={where.x + 9 * scale} y={where.y + 13.5 * scale} fontSize={13 * scale}>
        {number}
      </text>
    </g>
  )
}
