import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Certificate, Overview } from '../../shared/ipc/models.ts'
import { useCertificates } from '../certificates/certificates-store.ts'
import { useHolderName } from '../certificates/use-holder-name.ts'
import { FailureNotice } from '../components/failure-notice.tsx'
import { Fields } from '../components/fields.tsx'
import { localDateTime } from '../format/date-time.ts'
import { cardGroups, serialGroups } from '../format/grouped.ts'
import { useRenewals } from './renewal-store.ts'
import { WizardFrame } from './wizard-frame.tsx'

/** 读取证书: what was read from the key, before anything is ordered. */
export function ReadStep({ certificateId }: { readonly certificateId: string }) {
  const { t } = useTranslation('renewal')
  const overview = useCertificates((state) => state.overview)
  const failure = useRenewals((state) => state.failure)
  const holderName = useHolderName()
  const certificate = findCertificate(overview, certificateId)
  const kind = certificate?.action === 'repair' ? 'repair' : 'renewal'
  return (
    <WizardFrame
      kind={kind}
      holder={certificate === undefined ? '' : holderName(certificate)}
      step="read"
      title={t('read.title')}
      footer={<ReadFooter certificateId={certificateId} canStart={certificate !== undefined} />}
    >
      {certificate === undefined ? (
        <p className="notice notice-warn" role="alert">
          {t('read.gone')}
        </p>
      ) : (
        <>
          <p className="soft">{t(`read.lead.${kind}`)}</p>
          <ReadFields certificate={certificate} overview={overview} />
          <p className="safe-note">{t('safe')}</p>
          <ul className="needs soft">
            <li>{t('read.needs')}</li>
            <li>{t('read.encrypted')}</li>
          </ul>
        </>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
    </WizardFrame>
  )
}

interface ReadFieldsProps {
  readonly certificate: Certificate
  readonly overview: Overview | undefined
}

function ReadFields({ certificate, overview }: ReadFieldsProps) {
  const { t } = useTranslation(['renewal', 'certificates'])
  const holderName = useHolderName()
  const token = overview?.tokens.find(({ serialNumber }) => serialNumber === certificate.tokenSerialNumber)
  const moment = (instant = '') => (instant === '' ? t('certificates:unknownDate') : localDateTime(new Date(instant)))
  const fields = [
    { name: t('fields.holder'), value: holderName(certificate) },
    { name: t('fields.cardNumber'), value: cardGroups(token?.cardNumber ?? '') },
    { name: t('fields.notBefore'), value: moment(certificate.notBefore) },
    { name: t('fields.notAfter'), value: moment(certificate.notAfter) },
    { name: t('fields.algorithm'), value: certificate.algorithm },
    { name: t('fields.serial'), value: serialGroups(certificate.serialNumber) },
    { name: t('fields.issuer'), value: certificate.issuer },
  ]
  return <Fields fields={fields} className="read-fields" />
}

interface ReadFooterProps {
  readonly certificateId: string
  readonly canStart: boolean
}

function ReadFooter({ certificateId, canStart }: ReadFooterProps) {
  const { t } = useTranslation(['renewal', 'common'])
  const isPending = useRenewals((state) => state.isPending)
  const start = useRenewals((state) => state.start)
  const close = useRenewals((state) => state.close)
  return (
    <>
      <Button onClick={close}>{t('common:cancel')}</Button>
      <Button type="primary" disabled={!canStart} loading={isPending} onClick={() => void start(certificateId)}>
        {t(isPending ? 'read.starting' : 'read.next')}
      </Button>
    </>
  )
}

function findCertificate(overview: Overview | undefined, id: string): Certificate | undefined {
  return overview?.cards.flatMap(({ certificates }) => certificates).find((certificate) => certificate.id === id)
}
