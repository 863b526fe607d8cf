import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { localDate } from '../../../shared/format/date-time.ts'
import { FailureNotice } from '../../components/failure-notice.tsx'
import { Skeleton } from '../../components/skeleton.tsx'
import { cardGroups } from '../../format/grouped.ts'
import type { OfferedCertificate } from './choose-certificate.ts'
import { useSealCertificates } from './seal-certificates-store.ts'
import { useSealRegister } from './register-store.ts'

interface CertificateChoiceProps {
  readonly offered: readonly OfferedCertificate[] | undefined
  readonly chosen: OfferedCertificate | undefined
  readonly message: string | undefined
}

/** To which certificate the seal is bound; its card number is what the platform lists the seal under. */
export function CertificateChoice({ offered, chosen, message }: CertificateChoiceProps) {
  const { t } = useTranslation('seals')
  const cardNumber = useSealRegister((store) => store.cardNumber)
  const id = useId()
  const isMissing = cardNumber !== undefined && offered?.every((one) => one.cardNumber !== cardNumber) === true
  return (
    <fieldset className="seal-fieldset" aria-describedby={id}>
      <legend className="label">{t('register.certificate')}</legend>
      <p className="soft">{t('register.certificateHint')}</p>
      {isMissing && (
        <p className="notice notice-info">{t('register.cardMissing', { cardNumber: cardGroups(cardNumber) })}</p>
      )}
      <Certificates offered={offered} chosen={chosen} />
      <div id={id} className="inline-failure" aria-live="assertive">
        {message !== undefined && <p>{message}</p>}
      </div>
    </fieldset>
  )
}

function Certificates({ offered, chosen }: Omit<CertificateChoiceProps, 'message'>) {
  const { t } = useTranslation('seals')
  const failure = useSealCertificates((state) => state.failure)
  if (failure !== undefined) return <FailureNotice failure={failure} />
  if (offered === undefined) {
    return (
      <div role="status" aria-label={t('register.readingCertificates')}>
        <p className="soft">{t('register.readingCertificates')}</p>
        <Skeleton rows={2} />
      </div>
    )
  }
  if (offered.length === 0) {
    return (
      <div className="notice notice-info">
        <p className="notice-title">{t('register.noCertificates.title')}</p>
        <p>{t('register.noCertificates.text')}</p>
      </div>
    )
  }
  return (
    <div className="seal-options">
      {offered.map((certificate) => (
        <CertificateOption key={certificate.id} certificate={certificate} isChosen={certificate.id === chosen?.id} />
      ))}
    </div>
  )
}

interface CertificateOptionProps {
  readonly certificate: OfferedCertificate
  readonly isChosen: boolean
}

function CertificateOption({ certificate, isChosen }: CertificateOptionProps) {
  const { t } = useTranslation('seals')
  const change = useSealRegister((store) => store.change)
  const { id, commonName, cardNumber, notAfter, isHere } = certificate
  const card = cardNumber === undefined ? t('register.noCard') : cardGroups(cardNumber)
  return (
    <label className="seal-option">
      <input type="radio" name="seal-certificate" checked={isChosen} onChange={() => change({ certificateId: id })} />
      <span className="seal-option-text">
        <span className="seal-name">{commonName}</span>
        <span className="second">
          {t('register.certificateMeta', { cardNumber: card, notAfter: localDate(new Date(notAfter)) })}
        </span>
      </span>
      {isHere && <span className="tag tag-good">{t('register.here')}</span>}
    </label>
  )
}
