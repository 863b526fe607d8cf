import { useTranslation } from 'react-i18next'
import { checksByGroup, type CheckName } from '../../shared/environment/check-names.ts'
import type { Finding } from '../../shared/ipc/models-environment.ts'
import { localDateTime } from '../../shared/format/date-time.ts'
import { cardGroups } from '../format/grouped.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSentences } from '../i18n/use-sentences.ts'

/** What is read in a row. */
export interface RowWords {
  readonly title: string
  /** Which of several, below the title. */
  readonly subject?: string
  readonly sentence: string
  /** What to do, where something has to be done. */
  readonly nextStep?: string
  /** Code and machine words, for support. */
  readonly reference?: string
  readonly details: readonly { readonly label: string; readonly value: string }[]
}

export function useRowWords(): (name: CheckName, finding: Finding) => RowWords {
  const { t, i18n } = useTranslation('environment')
  const text = useFailureText()
  const sentences = useSentences()
  const sentence = (name: CheckName, { state, facts = {} }: Finding): string => {
    if (state !== 'ok' && state !== 'not-applicable') return t('row.unknown')
    const texts = state === 'ok' ? 'ok' : 'notApplicable'
    const form = typeof facts['form'] === 'string' ? { context: facts['form'] } : {}
    // Which checks have a sentence of their own, each part decides; the state in words stands in.
    const key = `${texts}.${name}` as 'ok.room'
    return i18n.exists(`environment:${key}`, form) ? t(key, { ...shownFacts(facts), ...form }) : t(`state.${state}`)
  }
  const detail = ({ label, value }: { readonly label: string; readonly value: string }) => {
    const key = `details.${label}` as 'details.path'
    return { label: i18n.exists(`environment:${key}`) ? t(key) : label, value: shownValue(label, value) }
  }
  return (name, finding) => {
    const { failure, state } = finding
    const words = failure === undefined ? undefined : text(failure)
    const needsStep = state === 'blocked' || state === 'attention'
    return {
      ...titleOf(name, finding.subject, t(`name.${name}`)),
      sentence: words === undefined ? sentence(name, finding) : sentences(words.cause, ...words.facts),
      ...(words === undefined ? {} : { reference: words.reference }),
      ...(words === undefined || !needsStep ? {} : { nextStep: words.nextStep }),
      details: (finding.details ?? []).map(detail),
    }
  }
}

/** A program is called by its own name; a key and a driver are one of several. */
function titleOf(name: CheckName, subject: string | undefined, title: string): Pick<RowWords, 'title' | 'subject'> {
  if (subject === undefined) return { title }
  if (name === 'conflicts') return { title: subject }
  const isDevice = checksByGroup.device.some((one) => one === name)
  return { title, subject: isDevice ? cardGroups(subject) : fileName(subject) }
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}

function shownFacts(facts: NonNullable<Finding['facts']>): NonNullable<Finding['facts']> {
  return Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, name === 'cardNumber' ? cardGroups(String(value)) : value]),
  )
}

function shownValue(label: string, value: string): string {
  if (label === 'cardNumber') return cardGroups(value)
  return label === 'quarantinedAt' ? localDateTime(new Date(value)) : value
}
