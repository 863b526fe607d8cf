import { useTranslation } from 'react-i18next'
import type { Extracted } from '../extract/messages.ts'

/** What was found, in words; a photo that cannot be used says why and what to do. */
export function FindingList({ extracted }: { readonly extracted: Extracted }) {
  const { t } = useTranslation('sealCapture')
  const { quality, isAccepted } = extracted
  const tone = isAccepted ? (quality.findings.length === 0 ? 'good' : 'warn') : 'bad'
  return (
    <div className={`notice notice-${tone}`} role={isAccepted ? 'status' : 'alert'}>
      <p className="notice-title">{isAccepted ? t('score', { score: quality.score }) : t('refusedTitle')}</p>
      {quality.findings.length > 0 && (
        <ul className="capture-findings" aria-label={t('findings')}>
          {quality.findings.map(({ code }) => (
            <li key={code}>{t(`finding.${code}`)}</li>
          ))}
        </ul>
      )}
      {!isAccepted && <p>{t('refusedHint')}</p>}
      {isAccepted && quality.findings.length === 0 && <p>{t('good')}</p>}
      {isAccepted && !extracted.isUpright && <p>{t('turnByHand')}</p>}
    </div>
  )
}
