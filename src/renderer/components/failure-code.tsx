import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import { openArticle } from '../help/open-article.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import './components.css'

interface FailureCodeProps {
  readonly failure: Failure
}

/** The code for support, small; it opens its page over whatever is being done, which stays as it is. */
export function FailureCode({ failure }: FailureCodeProps) {
  const { t } = useTranslation()
  const { reference } = useFailureText()(failure)
  return (
    <p className="notice-code">
      <button type="button" className="code-link" aria-haspopup="dialog" onClick={() => openArticle(failure.code)}>
        {t('code', { reference })}
        <span className="visually-hidden">{t('codeOpens')}</span>
      </button>
    </p>
  )
}
