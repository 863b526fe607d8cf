import { Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Certificate } from '../../shared/ipc/models.ts'
import { Button } from '../components/button.tsx'
import { shortSerial } from '../format/grouped.ts'
import { historicalUsage } from './card.ts'
import { useCertificates, type ExportFormat } from './certificates-store.ts'

const formats: readonly ExportFormat[] = ['der', 'pem', 'p7b']

/** 导出 with its menu open; takes the place, and the focus, of the button that asked for it. */
export function ExportChoices({ certificates }: { readonly certificates: readonly Certificate[] }) {
  const { t } = useTranslation('certificates')
  const [isOpen, setOpen] = useState(true)
  const button = useRef<HTMLButtonElement>(null)
  useEffect(() => button.current?.focus(), [])
  const change = (opens: boolean) => {
    setOpen(opens)
    // Whoever was in the menu is led back; whoever has clicked elsewhere is where he wants to be.
    const isInMenu = document.activeElement?.matches('[role=menu], [role=menu] *') === true
    if (!opens && isInMenu) button.current?.focus()
  }
  const exportCertificate = useCertificates((state) => state.exportCertificate)
  const nameOf = useUsageName()
  const items = certificates.flatMap((certificate) =>
    formatsOf(certificate, certificates[0]).map((format) => {
      const { id } = certificate
      const words = t(`exportFormat.${format}`)
      return {
        key: `${id}-${format}`,
        label: certificates.length === 1 ? words : t('exportItem', { usage: nameOf(certificate), format: words }),
        onClick: () => void exportCertificate(id, format),
      }
    }),
  )
  return (
    <Dropdown
      menu={{ items }}
      trigger={['click']}
      open={isOpen}
      onOpenChange={change}
      // Else the arrows would not come into the menu: the button keeps the focus.
      autoFocus
      getPopupContainer={besideButton}
    >
      <Button ref={button} aria-haspopup="menu" aria-expanded={isOpen}>
        {t('export')}
      </Button>
    </Dropdown>
  )
}

/** One chain is enough for a card: that of the first, which is the signing certificate. */
function formatsOf(certificate: Certificate, first: Certificate | undefined): readonly ExportFormat[] {
  return formats.filter((format) => format !== 'p7b' || certificate === first)
}

/** The menu belongs to its card, for screen readers too. */
function besideButton(button: HTMLElement): HTMLElement {
  return button.parentElement ?? document.body
}

/** Of several historical ones only the serial number tells which is which. */
function useUsageName(): (certificate: Certificate) => string {
  const { t } = useTranslation('certificates')
  return (certificate) => {
    const { usage, isHistorical, serialNumber } = certificate
    if (!isHistorical) return t(`usage.${usage}`)
    return t('historical.item', { usage: t(historicalUsage(certificate)), serial: shortSerial(serialNumber) })
  }
}
