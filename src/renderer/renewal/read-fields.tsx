import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { isKnownAs } from '../../shared/is-known-as.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useHolderName } from '../certificates/use-holder-name.ts'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../../shared/format/date-time.ts'
import { cardGroups, serialGroups } from '../format/grouped.ts'

/** What was read from the key about the certificate that is to be renewed. */
export function ReadFields({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation(['renewal', 'certificates'])
  const holderName = useHolderName()
  const token = useCertificates((state) =>
    state.overview?.tokens.find((candidate) => isKnownAs(candidate, certificate.tokenSerialNumber)),
  )
  const moment = (instant = '') => (instant === '' ? t('certificates:unknownDate') : localDateTime(new Date(instant)))
  const fields = [
    { name: t('fields.holder'), value: holderName(certificate) },
    { name: t('fields.cardNumber'), value: cardGroups(token?.cardNumber ?? '') },
    { name: t('fields.algorithm'), value: certificate.algorithm },
    { name: t('fields.notBefore'), value: moment(certificate.notBefore) },
    { name: t('fields.notAfter'), value: moment(certificate.notAfter) },
    { name: t('fields.serial'), value: serialGroups(certificate.serialNumber) },
    { name: t('fields.issuer'), value: certificate.issuer },
  ]
  return <Fields fields={fields} className="read-fields" />
}
