import { Drawer } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PlatformCertificate } from '../../shared/ipc/models-platform.ts'
import { Fields } from '../components/fields.tsx'
import { KeyCell } from './key-cell.tsx'
import { useDetailFields } from './use-detail-fields.ts'

interface PlatformCertificateDrawerProps {
  /** Closed without one. */
  readonly certificate: PlatformCertificate | undefined
  readonly onClose: () => void
}

/** Everything that the platform says of a certificate, as text that can be selected. */
export function PlatformCertificateDrawer({ certificate, onClose }: PlatformCertificateDrawerProps) {
  const { t } = useTranslation('platform')
  return (
    <Drawer
      title={t('certificates.drawer')}
      open={certificate !== undefined}
      onClose={onClose}
      size="min(32.5rem, 100vw)"
      destroyOnHidden
    >
      {certificate !== undefined && <Details certificate={certificate} />}
    </Drawer>
  )
}

function Details({ certificate }: { readonly certificate: PlatformCertificate }) {
  const fields = useDetailFields()
  return (
    <div className="details" tabIndex={0}>
      <Fields fields={fields(certificate)} className="details-fields" />
      <KeyCell certificate={certificate} />
    </div>
  )
}
