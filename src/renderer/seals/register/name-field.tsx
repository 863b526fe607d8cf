import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { NameVerdict } from '../../../shared/seals/seal-name.ts'
import { TextField } from './text-field.tsx'

interface NameFieldProps {
  readonly name: string
  readonly verdict: NameVerdict | undefined
  /** Was it tried to go on with it? Then what is missing is said, too. */
  readonly isTried: boolean
  readonly onChange: (name: string) => void
}

/** 印模名称, and whether it agrees with the certificate: said while it is typed. */
export function NameField({ name, verdict, isTried, onChange }: NameFieldProps) {
  const { t } = useTranslation('seals')
  const id = useId()
  const isEmpty = name.trim() === ''
  const isRefused = !isEmpty && verdict?.kind === 'refused'
  return (
    <div>
      <TextField
        label={t('register.name')}
        value={name}
        maxLength={100}
        isInvalid={isRefused || (isTried && isEmpty)}
        describedBy={id}
        onChange={onChange}
      />
      <div id={id} className={isRefused || (isTried && isEmpty) ? 'inline-failure' : 'soft'} aria-live="polite">
        <p>{isEmpty ? t(isTried ? 'register.nameMissing' : 'register.nameHint') : <Words verdict={verdict} />}</p>
      </div>
    </div>
  )
}

function Words({ verdict }: { readonly verdict: NameVerdict | undefined }) {
  const { t } = useTranslation('seals')
  if (verdict === undefined || verdict.kind === 'right') return <>{t('register.nameHint')}</>
  if (verdict.kind === 'notice') return <>{t(`register.verdict.${verdict.reason}`)}</>
  return <>{t(`register.verdict.${verdict.reason}`, { wanted: verdict.wanted })}</>
}
