import { RenewalList } from './renewal-list.tsx'
import { useRenewals } from './renewal-store.ts'
import { RenewalWizard } from './renewal-wizard.tsx'
import './renewal.css'

export function RenewalPage() {
  const wizard = useRenewals((state) => state.wizard)
  return wizard === undefined ? <RenewalList /> : <RenewalWizard wizard={wizard} />
}
