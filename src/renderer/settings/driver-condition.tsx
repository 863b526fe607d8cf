import { useTranslation } from 'react-i18next'
import type { DriverEntry } from '../../shared/ipc/models-drivers.ts'
import { FailureCode } from '../components/failure-code.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { useFailureText } from '../i18n/use-failure-text.ts'
import { useSentences } from '../i18n/use-sentences.ts'

/** Why a driver does not work, or why it is not used; nothing is said of one that works. */
export function DriverCondition({ driver: { state, failure, quarantinedAt } }: { readonly driver: DriverEntry }) {
  const { t } = useTranslation('settings')
  const text = useFailureText()
  const sentences = useSentences()
  const isIdle = state === 'not-plugged' || state === 'unfit'
  const shown = failure === undefined ? undefined : text(failure)
  if (isIdle) {
    return <p className="driver-idle">{sentences(...(shown?.facts ?? []), t(`drivers.idle.${state}`))}</p>
  }
  if (failure === undefined || shown === undefined) return null
  const setAside =
    quarantinedAt === undefined ? '' : t('drivers.quarantinedAt', { at: localDateTime(new Date(quarantinedAt)) })
  return (
    <div className="driver-failure">
      <p className="notice-title">{shown.title}</p>
      <p>{sentences(shown.cause, ...shown.facts, setAside, shown.nextStep)}</p>
      <FailureCode failure={failure} />
    </div>
  )
}
