import { useTranslation } from 'react-i18next'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { ChevronIcon } from '../components/icons.tsx'
import { openArticle } from '../help/open-article.ts'
import { FixButton } from './fix-button.tsx'
import { ProgramActions } from './program-actions.tsx'

interface RowActionsProps {
  readonly name: CheckName
  readonly finding: Finding
  readonly title: string
  readonly detailsId: string
  readonly isOpen: boolean
  readonly onToggle: () => void
}

/** What mends a row, what explains it, and the way to its details. */
export function RowActions({ name, finding, title, detailsId, isOpen, onToggle }: RowActionsProps) {
  const { t } = useTranslation('environment')
  const { failure, state } = finding
  const why = state === 'unknown'
  const isProgram = name === 'conflicts' && finding.subject !== undefined
  return (
    <div className="environment-actions">
      {isProgram ? <ProgramActions finding={finding} /> : <FixButton name={name} finding={finding} title={title} />}
      {failure !== undefined && !isProgram && (
        <button
          type="button"
          className="link"
          aria-label={t(why ? 'row.whyOf' : 'row.guideOf', { name: title })}
          onClick={() => openArticle(failure.code)}
        >
          {t(why ? 'row.why' : 'row.guide')}
        </button>
      )}
      <button
        type="button"
        className="environment-toggle"
        aria-expanded={isOpen}
        aria-controls={detailsId}
        aria-label={t(isOpen ? 'row.hideDetailsOf' : 'row.detailsOf', { name: title })}
        title={t(isOpen ? 'row.hideDetails' : 'row.showDetails')}
        onClick={onToggle}
      >
        <ChevronIcon />
      </button>
    </div>
  )
}
