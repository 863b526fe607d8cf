import { useTranslation } from 'react-i18next'
import type { Settings } from '../../shared/ipc/models.ts'
import { addressState } from './platform-address.ts'

const tones = { encrypted: 'tag tag-good', privateRoot: 'tag tag-good', local: 'tag', plain: 'tag tag-warn' } as const

/** How the saved address is spoken to. */
export function AddressStateTag({ settings: { platformAddress = '', connection } }: { readonly settings: Settings }) {
  const { t } = useTranslation('settings')
  const state = addressState(platformAddress, connection.rootCertificate !== undefined)
  if (state === undefined) return null
  return <span className={tones[state]}>{t(`platform.state.${state}`)}</span>
}
