import type { TokenInterface } from '../../../src/shared/token/messages.ts'
import { deskPin } from '../../support/desk.ts'
import { createSoftHsmStore } from '../../support/softhsm.ts'
import { openOtherSkfKey } from './skf-key.ts'

/** Somebody else's key with the same PIN, and a pair of its own. */
export interface OtherKey {
  readonly environment: Readonly<Record<string, string>>
  readonly contents: () => string
  readonly remove: () => void
}

const label = '另一把 USB Key'
const login = ['--token-label', label, '--login', '--pin', deskPin]

export function openOtherKey(spoken: TokenInterface): OtherKey {
  if (spoken === 'skf') return openOtherSkfKey()
  const store = createSoftHsmStore()
  store.initToken(label)
  store.pkcs11Tool([...login, '--keypairgen', '--key-type', 'EC:prime256v1', '--id', '01'])
  return {
    environment: store.environment,
    contents: () => store.pkcs11Tool([...login, '--list-objects']),
    remove: store.remove,
  }
}
