import { assertNever } from '../../../shared/assert-never.ts'
import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { KeyPresence } from '../../../shared/token/messages.ts'

/**
 * The private key of a signing certificate, as it shows without a login: its use is proven only when the PIN has been
 * given. Code renewal.noPrivateKey.
 */
export function judgeKey(key: KeyPresence): Finding {
  switch (key) {
    case 'present':
      return { state: 'ok' }
    case 'missing':
      return { state: 'blocked', failure: { code: 'renewal.noPrivateKey' } }
    case 'unknown':
      return { state: 'unknown' }
    default:
      return assertNever(key)
  }
}
