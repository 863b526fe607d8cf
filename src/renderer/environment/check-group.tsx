import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { CheckName } from '../../shared/environment/check-names.ts'
import type { CheckResult } from '../../shared/ipc/models-environment.ts'
import { Skeleton } from '../components/skeleton.tsx'
import { CheckRow } from './check-row.tsx'
import { worstState, type ShownGroup } from './summary.ts'
import { useKeptFocus } from './use-kept-focus.ts'

interface CheckGroupProps {
  readonly shown: ShownGroup
  readonly results: readonly CheckResult[]
}

/** One card: the state of a group, and a row for everything that it has looked at. */
export function CheckGroup({ shown: { group, names }, results }: CheckGroupProps) {
  const { t } = useTranslation('environment')
  const headingId = useId()
  const keptFocus = useKeptFocus()
  const own = results.filter(({ name }) => names.includes(name))
  const state = own.length < names.length ? 'running' : worstState(own)
  return (
    <section {...keptFocus} className="panel environment-group" aria-labelledby={headingId}>
      <div className="environment-group-head">
        <h2 id={headingId}>{t(`group.${group}`)}</h2>
        <span className={`environment-group-state state-words-${state}`}>{t(`state.${state}`)}</span>
      </div>
      <ul>
        {names.map((name) => (
          <Rows key={name} name={name} result={own.find((result) => result.name === name)} />
        ))}
      </ul>
    </section>
  )
}

function Rows({ name, result }: { readonly name: CheckName; readonly result: CheckResult | undefined }) {
  if (result === undefined) return <WaitingRow name={name} />
  return result.findings.map((finding, index) => (
    // Two keys of one model may be called the same.
    <CheckRow key={`${index}-${finding.subject ?? ''}`} name={name} finding={finding} durationMs={result.durationMs} />
  ))
}

function WaitingRow({ name }: { readonly name: CheckName }) {
  const { t } = useTranslation('environment')
  return (
    <li className="environment-row" aria-busy="true">
      <span className="state-mark state-waiting" aria-hidden="true" />
      <div className="environment-name">
        <span>{t(`name.${name}`)}</span>
        <span className="visually-hidden">{t('row.waiting')}</span>
      </div>
      <div className="environment-words" aria-hidden="true">
        <Skeleton rows={1} />
      </div>
    </li>
  )
}
