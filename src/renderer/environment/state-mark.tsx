import type { Finding } from '../../shared/ipc/models-environment.ts'
import { AttentionIcon, CheckIcon, CrossIcon, DashIcon, QuestionIcon } from '../components/icons.tsx'

/** A shape for each state: the colour only repeats it. */
const icons: Readonly<Record<Finding['state'], typeof CheckIcon>> = {
  ok: CheckIcon,
  attention: AttentionIcon,
  blocked: CrossIcon,
  unknown: QuestionIcon,
  'not-applicable': DashIcon,
}

export function StateMark({ state }: { readonly state: Finding['state'] }) {
  const Icon = icons[state]
  return (
    <span className={`state-mark state-${state}`} aria-hidden="true">
      <Icon size={11} />
    </span>
  )
}
