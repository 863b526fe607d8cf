import { useTranslation } from 'react-i18next'
import { sectionNames } from '../../shared/diagnostics/section-names.ts'
import { useDiagnostics } from './diagnostics-store.ts'

/** What has come, while the package is being made. What this program does not have never comes, and is not waited for. */
export function CollectingList() {
  const { t } = useTranslation('diagnostics')
  const collected = useDiagnostics((state) => state.collected)
  const stateOf = (name: (typeof sectionNames)[number]) => {
    const section = collected.find((one) => one.section === name)
    if (section === undefined) return 'waiting'
    return section.isFailed ? 'missing' : 'collected'
  }
  return (
    <div role="status" aria-label={t('collecting')}>
      <p className="diagnostics-heading">{t('collecting')}</p>
      <ul className="collecting">
        {sectionNames.map((name) => (
          <li key={name}>
            <span>{t(`section.${name}`)}</span>
            <span className="soft">{t(stateOf(name))}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
