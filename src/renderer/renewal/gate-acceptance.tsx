import { useTranslation } from 'react-i18next'
import type { Gate } from '../../shared/ipc/models-gate.ts'
import { useGate } from './gate-store.ts'

/** The programs that run and may be in the way, where that does not stop a renewal by itself. */
export function programsInTheWay(gate: Gate | undefined): readonly string[] {
  return (gate?.checks ?? [])
    .filter(({ name, state }) => name === 'conflicts' && state === 'attention')
    .map(({ subject }) => subject ?? '')
}

/** 继续 in spite of them: the user is told what it means, and says so. Not offered where anything blocks. */
export function GateAcceptance({ gate }: { readonly gate: Gate }) {
  const { t } = useTranslation(['renewal', 'common'])
  const isAccepted = useGate((state) => state.isAccepted)
  const accept = useGate((state) => state.accept)
  const programs = programsInTheWay(gate)
  if (!gate.isOpen || programs.length === 0) return null
  const names = programs.map((program) => program || t('gate.name.conflicts')).join(t('common:list'))
  return (
    <div className="notice notice-warn gate-acceptance">
      <p>{t('gate.accept.text', { names })}</p>
      <label className="choice">
        <input type="checkbox" checked={isAccepted} onChange={(event) => accept(event.target.checked)} />
        {t('gate.accept.tick')}
      </label>
    </div>
  )
}
