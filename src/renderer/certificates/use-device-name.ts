import { useTranslation } from 'react-i18next'
import type { BusReport } from '../../shared/ipc/models-bus.ts'

/** What is plugged in, in words; empty where nobody knows. A model often begins with its vendor's name. */
export function useDeviceName(bus: BusReport | undefined): string {
  const { t } = useTranslation('certificates')
  const { vendor = '', model = '' } = bus ?? {}
  const device = model.startsWith(vendor) ? model : `${vendor} ${model}`.trim()
  return device === '' ? '' : t('cause.device', { device })
}
