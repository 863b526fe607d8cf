import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'

interface CertificateNameProps {
  readonly certificate: PlatformCertificate
  readonly onDetails: (certificate: PlatformCertificate) => void
}

/** What the certificate is called, as the way to its details, and what it is for. */
export function CertificateName({ certificate, onDetails }: CertificateNameProps) {
  const { t } = useTranslation(['platform', 'certificates'])
  const { commonName, usage, holderKind } = certificate
  return (
    <>
      <button
        type="button"
        className="link name-link"
        title={t('certificates.details', { name: commonName })}
        onClick={() => onDetails(certificate)}
      >
        {commonName}
      </button>
      <span className="name-tags">
        <span className="tag">{t(`certificates:usage.${usage}`)}</span>{' '}
        <span className="tag">{t(`certificates:kind.${holderKind}`)}</span>
      </span>
    </>
  )
}
