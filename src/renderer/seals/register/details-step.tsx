import { useEffect, useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { checkSealName, usualSealName, type NameVerdict } from '../../../shared/seals/seal-name.ts'
import { useCertificates } from '../../certificates/certificates-store.ts'
import { Button } from '../../components/button.tsx'
import { CertificateChoice } from './certificate-choice.tsx'
import { certificateMeant, offeredCertificates, type OfferedCertificate } from './choose-certificate.ts'
import { NameField } from './name-field.tsx'
import { useSealRegister, type SealForm, type SealWords } from './register-store.ts'
import { useSealCertificates } from './seal-certificates-store.ts'
import { TextField } from './text-field.tsx'
import { TypeChoice } from './type-choice.tsx'

/** Certificate, type, name, and whoever it is for. Nothing of it is sent before there is a picture. */
export function DetailsStep() {
  const { t } = useTranslation('seals')
  const form = useSealRegister((store) => store.form)
  const change = useSealRegister((store) => store.change)
  const proceed = useSealRegister((store) => store.proceed)
  const { offered, chosen } = useChosenCertificate()
  const [isTried, setTried] = useState(false)
  const name = form.name ?? (chosen === undefined ? undefined : usualSealName(form.type, chosen)) ?? ''
  const verdict = chosen === undefined ? undefined : checkSealName(name, form.type, chosen)
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    setTried(true)
    const words = wordsOf(form, name, chosen, verdict)
    if (words !== undefined) proceed(words)
  }
  const isCertificateMissing = isTried && chosen === undefined
  return (
    <form className="panel form seal-form" onSubmit={submit} noValidate>
      <CertificateChoice
        offered={offered}
        chosen={chosen}
        message={isCertificateMissing ? t('register.certificateMissing') : undefined}
      />
      <TypeChoice />
      <NameField name={name} verdict={verdict} isTried={isTried} onChange={(typed) => change({ name: typed })} />
      <div className="seal-pair">
        <TextField
          label={t('register.department')}
          value={form.department}
          maxLength={100}
          onChange={(department) => change({ department })}
        />
        <TextField
          label={t('register.applicant')}
          value={form.applicant}
          maxLength={64}
          onChange={(applicant) => change({ applicant })}
        />
      </div>
      <Actions />
    </form>
  )
}

function Actions() {
  const { t } = useTranslation('seals')
  const close = useSealRegister((store) => store.close)
  return (
    <div className="form-actions">
      <Button onClick={close}>{t('register.cancel')}</Button>
      <Button type="primary" htmlType="submit">
        {t('register.next')}
      </Button>
    </div>
  )
}

function useChosenCertificate() {
  const items = useSealCertificates((state) => state.items)
  const load = useSealCertificates((state) => state.load)
  const overview = useCertificates((state) => state.overview)
  const cardNumber = useSealRegister((store) => store.cardNumber)
  const certificateId = useSealRegister((store) => store.form.certificateId)
  useEffect(() => void load(), [load])
  const offered = items === undefined ? undefined : offeredCertificates(items, overview)
  const chosen =
    certificateId === undefined
      ? certificateMeant(offered ?? [], cardNumber)
      : offered?.find(({ id }) => id === certificateId)
  return { offered, chosen }
}

/** Complete and not refused, or nothing. */
function wordsOf(
  { type, department, applicant }: SealForm,
  typed: string,
  chosen: OfferedCertificate | undefined,
  verdict: NameVerdict | undefined,
): SealWords | undefined {
  const name = typed.trim()
  if (chosen === undefined || name === '' || verdict === undefined || verdict.kind === 'refused') return undefined
  const [forDepartment, forApplicant] = [department.trim(), applicant.trim()]
  return {
    ...{ certificateId: chosen.id, type, name },
    ...(forDepartment === '' ? {} : { department: forDepartment }),
    ...(forApplicant === '' ? {} : { applicant: forApplicant }),
  }
}
