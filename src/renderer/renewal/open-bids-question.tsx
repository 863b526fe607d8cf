import { useTranslation } from 'react-i18next'

/** `some` holds the user up until it is `understood` what that means. */
export type OpenBids = 'none' | 'some' | 'understood'

interface OpenBidsQuestionProps {
  readonly answer: OpenBids | undefined
  readonly onAnswer: (answer: OpenBids) => void
}

/** A new encryption key cannot open bids that were encrypted for the old one: asked before anything is ordered. */
export function OpenBidsQuestion({ answer, onAnswer }: OpenBidsQuestionProps) {
  const { t } = useTranslation('renewal')
  const hasSome = answer === 'some' || answer === 'understood'
  return (
    <fieldset className="open-bids">
      <legend className="label">{t('openBids.question')}</legend>
      <div className="open-bids-choices">
        <label className="choice">
          <input type="radio" name="open-bids" checked={answer === 'none'} onChange={() => onAnswer('none')} />
          {t('openBids.none')}
        </label>
        <label className="choice">
          <input type="radio" name="open-bids" checked={hasSome} onChange={() => onAnswer('some')} />
          {t('openBids.some')}
        </label>
      </div>
      <div aria-live="polite">
        {hasSome && (
          <div className="notice notice-warn">
            <p>{t('openBids.explain')}</p>
            <label className="choice">
              <input
                type="checkbox"
                checked={answer === 'understood'}
                onChange={({ target }) => onAnswer(target.checked ? 'understood' : 'some')}
              />
              {t('openBids.understood')}
            </label>
          </div>
        )}
      </div>
    </fieldset>
  )
}
