import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import type { Field } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { serialGroups } from '../format/grouped.ts'
import { useCells } from './use-cells.ts'

const algorithms: Readonly<Record<string, string>> = {
  'rsa-2048': 'RSA 2048',
  'rsa-3072': 'RSA 3072',
  'p-256': 'EC P-256',
  sm2: 'SM2',
}

/** Names and values of everything; what the platform does not say is left out. */
export function useDetailFields(): (certificate: PlatformCertificate) => readonly Field[] {
  const { t } = useTranslation(['platform', 'certificates'])
  const cells = useCells()
  const moment = (instant: string) => localDateTime(new Date(instant))
  return (certificate) => {
    const { zone, renewal, keyAlgorithm } = certificate
    const period = renewal && { from: moment(renewal.from), until: moment(renewal.until) }
    const pairs: readonly (readonly [string, string | undefined])[] = [
      [t('certificates.column.id'), certificate.id],
      [t('certificates.column.applicationType'), certificate.applicationType],
      [t('certificates.column.organisation'), certificate.organisation],
      [t('certificates.column.creditCode'), certificate.creditCode],
      [t('certificates.column.commonName'), certificate.commonName],
      [t('certificates.column.usage'), t(`certificates:usage.${certificate.usage}`)],
      [t('certificates.column.holderKind'), t(`certificates:kind.${certificate.holderKind}`)],
      [t('certificates.column.zone'), zone && t(`certificates.filter.${zone}`)],
      [t('certificates.column.cardNumber'), certificate.cardNumber && cells.cardNumber(certificate)],
      [t('certificates.column.status'), t(`certificates.status.${certificate.status}`)],
      [t('certificates.column.statusDetail'), certificate.statusDetail],
      [t('certificates.column.notBefore'), cells.notBefore(certificate)],
      [t('certificates.column.notAfter'), cells.notAfter(certificate)],
      [t('certificates.column.renewal'), period && t('certificates.range', period)],
      [t('certificates.column.order'), certificate.activeOrderId],
      [t('certificates.column.serialNumber'), serialGroups(certificate.serialNumber)],
      [t('certificates.column.issuer'), certificate.issuer],
      [t('certificates.column.keyAlgorithm'), algorithms[keyAlgorithm] ?? keyAlgorithm],
      [t('certificates.column.publicKey'), serialGroups(certificate.publicKeySha256)],
    ]
    return pairs.flatMap(([name, value]) => (value === undefined || value === '' ? [] : [{ name, value }]))
  }
}
