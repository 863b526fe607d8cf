import { useTranslation } from 'react-i18next'
import type { Finding } from '../extract/finding.ts'
import type { Opened } from '../extract/messages.ts'
import type { Rectangle } from '../ink/picture.ts'
import { useImage } from './use-image.ts'

interface OriginalViewProps {
  readonly opened: Opened
  readonly findings: readonly Finding[]
}

/** The photo as it is, with a frame around what each finding is about. */
export function OriginalView({ opened, findings }: OriginalViewProps) {
  const { t } = useTranslation('sealCapture')
  const address = useImage(opened.preview)
  // Several findings about one place are one frame; a refused one is drawn last, on top.
  const places = new Map(
    findings
      .toSorted((one, other) => Number(one.severity === 'refused') - Number(other.severity === 'refused'))
      .flatMap(({ where, severity }) =>
        where === undefined ? [] : [[JSON.stringify(where), { where, severity }] as const],
      ),
  )
  return (
    <figure className="capture-side">
      <figcaption>{t('original')}</figcaption>
      <div className="capture-frame">
        <div className="capture-photo" style={{ aspectRatio: `${opened.width} / ${opened.height}` }}>
          {address !== undefined && <img src={address} alt={t('original')} />}
          {[...places].map(([key, { where, severity }]) => (
            <span key={key} className={`capture-mark capture-mark-${severity}`} style={shareOf(where, opened)} />
          ))}
        </div>
      </div>
      <p className="soft">{t('originalKept')}</p>
    </figure>
  )
}

function shareOf({ x, y, width, height }: Rectangle, whole: { readonly width: number; readonly height: number }) {
  const percent = (part: number, all: number) => `${(100 * part) / all}%`
  return {
    left: percent(x, whole.width),
    top: percent(y, whole.height),
    width: percent(width, whole.width),
    height: percent(height, whole.height),
  }
}
