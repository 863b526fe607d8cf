import { useTranslation } from 'react-i18next'
import type { DriverEntry } from '../../shared/ipc/models-drivers.ts'

/** What is known of a driver, in few words: its file where the title is its model, what it is built for, who names it. */
export function useDriverFacts({ name, known, interface: spoken, bits, cpu, origins }: DriverEntry): readonly string[] {
  const { t } = useTranslation('settings')
  return [
    ...(known === undefined ? [] : [name, t(`drivers.evidence.${known.evidence}`)]),
    t(`drivers.interface.${spoken}`),
    ...(bits === undefined ? [] : [t('drivers.bits', { bits })]),
    ...(cpu === undefined ? [] : [t('drivers.cpu', { cpu })]),
    origins.map((origin) => t(`drivers.origin.${origin}`)).join(t('drivers.separator')),
  ]
}
