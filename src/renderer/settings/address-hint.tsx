import { useTranslation } from 'react-i18next'
import type { AddressProblem } from './platform-address.ts'
import { LockedHint } from './locked-hint.tsx'
import { PartResult } from './part-result.tsx'
import { useLocked } from './use-locked.ts'

interface AddressHintProps {
  readonly problem: AddressProblem | undefined
  readonly isDemo: boolean
  readonly onSuggest: (address: string) => void
}

/** What is wrong with the address, and where one is to be had. The manual's own is words until somebody saves it. */
export function AddressHint({ problem, isDemo, onSuggest }: AddressHintProps) {
  const { t } = useTranslation('settings')
  const manual = t('platform.manualAddress')
  const isLocked = useLocked('platformAddress')
  if (isLocked) return <LockedHint of="platformAddress" id="platform-locked" />
  return (
    <>
      <p id="platform-problem" className="inline-failure" aria-live="assertive">
        {problem !== undefined && t(`platform.${problem}`)}
      </p>
      {problem === undefined && <PartResult part="platform" saved={t('platform.saved')} />}
      <p id="platform-hint" className="soft hint">
        {isDemo ? t('platform.fixed') : t('platform.hints')}
      </p>
      {!isDemo && (
        <p className="soft hint">
          {t('platform.manualHint', { address: manual })}
          <button type="button" className="link" onClick={() => onSuggest(manual)}>
            {t('platform.useManual')}
          </button>
        </p>
      )}
    </>
  )
}
