import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { RowActions } from './row-actions.tsx'
import { StateMark } from './state-mark.tsx'
import { useRowWords, type RowWords } from './use-row-words.ts'

interface CheckRowProps {
  readonly name: CheckName
  readonly finding: Finding
  readonly durationMs: number
}

/** One thing that was looked at: its state in words as well, one sentence, and what to do. */
export function CheckRow({ name, finding, durationMs }: CheckRowProps) {
  const { t } = useTranslation('environment')
  const [isOpen, setOpen] = useState(false)
  const detailsId = useId()
  const words = useRowWords()(name, finding)
  const { title, subject, sentence, nextStep } = words
  const named = subject === undefined ? title : `${title} ${subject}`
  return (
    <li className="environment-row">
      <StateMark state={finding.state} />
      <div className="environment-name">
        <span>{title}</span>
        <span className="visually-hidden">{t(`state.${finding.state}`)}</span>
        {subject !== undefined && <span className="environment-subject soft">{subject}</span>}
      </div>
      <div className="environment-words">
        <p className="soft">{sentence}</p>
        {nextStep !== undefined && <p>{nextStep}</p>}
      </div>
      <RowActions
        {...{ name, finding, detailsId, isOpen }}
        title={named}
        onToggle={() => setOpen((wasOpen) => !wasOpen)}
      />
      <div id={detailsId} className="environment-details" hidden={!isOpen}>
        {isOpen && <RowDetails details={words.details} failure={finding.failure} durationMs={durationMs} />}
      </div>
    </li>
  )
}

interface RowDetailsProps extends Pick<CheckRowProps, 'durationMs'> {
  readonly details: RowWords['details']
  readonly failure: Finding['failure']
}

function RowDetails({ details, failure, durationMs }: RowDetailsProps) {
  const { t } = useTranslation('environment')
  const took = { label: t('row.took'), value: t('row.milliseconds', { count: durationMs }) }
  return (
    <>
      <dl>
        {[...details, took].map(({ label, value }, index) => (
          // A label may come more than once, and the list does not change while it is open.
          <div key={`${index}-${label}`}>
            <dt className="soft">{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {failure !== undefined && <FailureCode failure={failure} />}
    </>
  )
}
