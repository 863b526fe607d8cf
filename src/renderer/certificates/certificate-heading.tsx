import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { serialGroups, shortSerial } from '../format/grouped.ts'
import { StatusTag } from './status-tag.tsx'
import { useHolderName } from './use-holder-name.ts'

interface CertificateHeadingProps {
  readonly id: string
  readonly certificate: Certificate
  /** A card of one certificate says everything here; a pair says its usages in its rows. */
  readonly isAlone: boolean
}

export function CertificateHeading({ id, certificate, isAlone }: CertificateHeadingProps) {
  const { t } = useTranslation('certificates')
  const holderName = useHolderName()
  const { status, holderKind, usage, algorithm } = certificate
  return (
    <div className="card-heading">
      <h3 id={id} className="holder">
        <span className="holder-name">{holderName(certificate)}</span>
        <StatusTag status={status} />
        {holderKind !== 'unknown' && <span className="tag">{t(`kind.${holderKind}`)}</span>}
        {isAlone && usage !== 'unknown' && <span className="tag">{t(`usage.${usage}`)}</span>}
        {isAlone && algorithm !== '' && <span className="tag">{algorithm}</span>}
      </h3>
      <CertificateMeta certificate={certificate} isAlone={isAlone} />
    </div>
  )
}

function CertificateMeta({ certificate, isAlone }: Omit<CertificateHeadingProps, 'id'>) {
  const { t } = useTranslation('certificates')
  const { creditCode, maskedPersonalId, serialNumber, issuer } = certificate
  return (
    <ul className="meta">
      {creditCode !== undefined && <li>{t('meta.creditCode', { value: creditCode })}</li>}
      {maskedPersonalId !== undefined && <li>{t('meta.personalId', { value: maskedPersonalId })}</li>}
      {isAlone && serialNumber !== '' && (
        <li title={serialGroups(serialNumber)}>{t('meta.serial', { value: shortSerial(serialNumber) })}</li>
      )}
      {issuer !== '' && <li>{t('meta.issuer', { value: issuer })}</li>}
    </ul>
  )
}
