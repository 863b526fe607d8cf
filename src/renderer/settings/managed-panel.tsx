import { useTranslation } from 'react-i18next'
import type { ManagedReport } from '../../shared/ipc/models-managed.ts'
import { FailureNotice } from '../components/failure-notice.tsx'

/** What an administrator has set, where it stands, and what of it is not used. */
export function ManagedPanel({ managed: { sources, keys, problems } }: { readonly managed: ManagedReport }) {
  const { t } = useTranslation('settings')
  return (
    <section className="panel" aria-labelledby="managed-title">
      <h2 id="managed-title" className="panel-title">
        {t('managed.title')}
      </h2>
      <p className="soft hint">{t('managed.hint')}</p>
      {sources.map(({ kind, place, failure }) => (
        <div key={kind}>
          <p className="soft hint managed-place">{t(`managed.source.${kind}`, { place })}</p>
          {failure !== undefined && <FailureNotice failure={{ code: failure }} />}
        </div>
      ))}
      {sources.some(({ failure }) => failure === undefined) && <Keys keys={keys} />}
      <Problems problems={problems} />
    </section>
  )
}

function Keys({ keys }: Pick<ManagedReport, 'keys'>) {
  const { t } = useTranslation('settings')
  if (keys.length === 0) return <p className="managed-none">{t('managed.none')}</p>
  return (
    <ul className="managed-keys">
      {keys.map(({ key, isLocked }) => (
        <li key={key}>
          {t(`managed.keys.${key}`)} <span className="tag">{t(isLocked ? 'managed.locked' : 'managed.free')}</span>
        </li>
      ))}
    </ul>
  )
}

function Problems({ problems }: Pick<ManagedReport, 'problems'>) {
  const { t } = useTranslation('settings')
  if (problems.length === 0) return null
  return (
    <div className="notice notice-warn managed-problems">
      <p>{t('managed.problems')}</p>
      <ul>
        {problems.map(({ kind, key, fault }) => (
          <li key={`${kind} ${key} ${fault}`}>
            {t('managed.problem', { key, fault: t(`managed.fault.${fault}`), kind: t(`managed.kind.${kind}`) })}
          </li>
        ))}
      </ul>
    </div>
  )
}
