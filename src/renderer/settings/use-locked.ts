import type { PolicyKey } from '../../shared/settings/policy-keys.ts'
import { useSettings } from './settings-store.ts'

/** Has the administrator of this computer taken this choice? */
export function useLocked(key: PolicyKey): boolean {
  return useSettings(
    ({ settings }) => settings?.managed?.keys.some((entry) => entry.key === key && entry.isLocked) === true,
  )
}
