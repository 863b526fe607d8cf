import { useEffect, useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gate, GateCheck } from '../../shared/ipc/models-gate.ts'
import { Button } from '../components/button.tsx'
import { FailureNotice } from '../components/failure-notice.tsx'
import { useNavigation } from '../layout/navigation-store.ts'
import { GateAcceptance } from './gate-acceptance.tsx'
import { GateRow } from './gate-row.tsx'
import { useGate } from './gate-store.ts'
import './gate.css'

/** 办理前检查: looked at anew each time the step is opened, and whenever the user asks. */
export function GatePanel({ certificateId }: { readonly certificateId: string }) {
  const { t } = useTranslation(['renewal', 'common'])
  const headingId = useId()
  const gate = useGate((state) => state.gate)
  const isChecking = useGate((state) => state.isChecking)
  const failure = useGate((state) => state.failure)
  const check = useGate((state) => state.check)
  const forget = useGate((state) => state.forget)
  useEffect(() => {
    void check(certificateId)
    return forget
  }, [check, forget, certificateId])
  const recheck = () => void check(certificateId)
  return (
    <section className="gate" aria-labelledby={headingId} aria-busy={isChecking}>
      <div className="gate-head">
        <h3 id={headingId}>{t('gate.title')}</h3>
        <GateSentence />
        <Button size="small" loading={isChecking} onClick={recheck}>
          {t(isChecking ? 'common:rechecking' : 'common:recheck')}
        </Button>
      </div>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {gate !== undefined && <GateList gate={gate} onRecheck={recheck} />}
      {gate !== undefined && <GateAcceptance gate={gate} />}
      {gate !== undefined && !gate.isOpen && <ToEnvironment />}
    </section>
  )
}

/** The region is always there, so that its change is read out. */
function GateSentence() {
  const { t } = useTranslation(['renewal', 'common'])
  const gate = useGate((state) => state.gate)
  const isChecking = useGate((state) => state.isChecking)
  const failure = useGate((state) => state.failure)
  const namesOf = (wanted: GateCheck['state']) => [
    ...new Set((gate?.checks ?? []).filter(({ state }) => state === wanted).map(({ name }) => t(`gate.name.${name}`))),
  ]
  const words = () => {
    if (isChecking) return t('gate.checking')
    if (failure !== undefined) return t('gate.failed')
    if (gate === undefined) return ''
    const [blocked, notes] = [namesOf('blocked'), namesOf('attention')]
    if (!gate.isOpen) return t('gate.blocked', { count: blocked.length, names: blocked.join(t('common:list')) })
    return notes.length === 0 ? t('gate.open') : t('gate.openWithNotes', { names: notes.join(t('common:list')) })
  }
  return (
    <p className="soft gate-sentence" role="status">
      {words()}
    </p>
  )
}

/** Where something blocks, there is more to see than the gate asks for. */
function ToEnvironment() {
  const { t } = useTranslation('renewal')
  const go = useNavigation((state) => state.go)
  return (
    <p>
      <button type="button" className="link" onClick={() => go('environment')}>
        {t('gate.toEnvironment')}
      </button>
    </p>
  )
}

interface GateListProps {
  readonly gate: Gate
  readonly onRecheck: () => void
}

function GateList({ gate, onRecheck }: GateListProps) {
  return (
    <ul className="gate-checks">
      {gate.checks.map((check) => (
        <GateRow key={`${check.name} ${check.subject ?? ''}`} check={check} onRecheck={onRecheck} />
      ))}
    </ul>
  )
}
