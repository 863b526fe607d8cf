import { useTranslation } from 'react-i18next'
import type { Failure } from '../../shared/failure.ts'
import type { GateCheck } from '../../shared/ipc/models-gate.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { AttentionIcon, CheckIcon, CrossIcon, DashIcon, QuestionIcon } from '../components/icons.tsx'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSentences } from '../i18n/use-sentences.ts'
import { GateAction } from './gate-action.tsx'

/** A shape for each state: the colour only repeats it. */
const icons: Readonly<Record<GateCheck['state'], typeof CheckIcon>> = {
  ok: CheckIcon,
  attention: AttentionIcon,
  blocked: CrossIcon,
  unknown: QuestionIcon,
  'not-applicable': DashIcon,
}

interface GateRowProps {
  readonly check: GateCheck
  readonly onRecheck: () => void
}

/** One check with its state in words; why, and what to do, where it is not in order. */
export function GateRow({ check, onRecheck }: GateRowProps) {
  const { t } = useTranslation('renewal')
  const { name, subject, state, failure } = check
  const Icon = icons[state]
  const isExplained = failure !== undefined || state === 'unknown'
  return (
    <li className={`gate-check gate-${state}${isExplained ? ' gate-explained' : ''}`}>
      <span className="gate-mark" aria-hidden="true">
        <Icon size={11} />
      </span>
      <span className="gate-name">{subject ?? t(`gate.name.${name}`)}</span>
      <span className="gate-state">{t(`gate.state.${state}`)}</span>
      {failure !== undefined && (
        <div className="gate-why">
          <WhyNot failure={failure} />
          <GateAction check={check} onRecheck={onRecheck} />
        </div>
      )}
      {failure === undefined && state === 'unknown' && <p className="gate-why soft">{t(`gate.unknown.${name}`)}</p>}
    </li>
  )
}

function WhyNot({ failure }: { readonly failure: Failure }) {
  const { title, cause, facts, nextStep } = useFailureText()(failure)
  const sentences = useSentences()
  return (
    <>
      <p className="notice-title">{title}</p>
      <p>{sentences(cause, ...facts, nextStep)}</p>
      <FailureCode failure={failure} />
    </>
  )
}
