import { useTranslation } from 'react-i18next'

interface PlainApprovalProps {
  /** The origin that would be spoken to without encryption, if any. */
  readonly origin: string | undefined
  readonly approved: string | undefined
  readonly onApprove: (origin: string | undefined) => void
}

/** What is lost without encryption, and the question whether this very origin may be used so. */
export function PlainApproval({ origin, approved, onApprove }: PlainApprovalProps) {
  const { t } = useTranslation('settings')
  return (
    <div aria-live="polite">
      {origin !== undefined && (
        <div className="notice notice-warn plain-approval">
          <p className="notice-title">{t('plain.title')}</p>
          <ul className="plain-losses">
            <li>{t('plain.read')}</li>
            <li>{t('plain.changed')}</li>
            <li>{t('plain.kept')}</li>
          </ul>
          <p>{t('plain.better')}</p>
          <label className="choice">
            <input
              type="checkbox"
              checked={approved === origin}
              onChange={({ target }) => onApprove(target.checked ? origin : undefined)}
            />
            <span>{t('plain.approve', { origin })}</span>
          </label>
        </div>
      )}
    </div>
  )
}
