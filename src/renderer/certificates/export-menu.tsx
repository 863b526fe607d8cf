import { Button, Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { useCertificates, type ExportFormat } from './certificates-store.ts'

const formats: readonly ExportFormat[] = ['der', 'pem']

/** Saves a certificate as a file; main asks where. */
export function ExportMenu({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const { t } = useTranslation('certificates')
  const exportCertificate = useCertificates((state) => state.exportCertificate)
  const items = certificates.flatMap(({ id, usage }) =>
    formats.map((format) => {
      const words = t(`exportFormat.${format}`)
      return {
        key: `${id}-${format}`,
        label: certificates.length === 1 ? words : t('exportItem', { usage: t(`usage.${usage}`), format: words }),
        onClick: () => void exportCertificate(id, format),
      }
    }),
  )
  return (
    <Dropdown menu={{ items }} trigger={['click']} getPopupContainer={besideButton}>
      <Button>{t('export')}</Button>
    </Dropdown>
  )
}

/** The menu belongs to its card, for screen readers too. */
function besideButton(button: HTMLElement): HTMLElement {
  return button.parentElement ?? document.body
}
