import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import type { Check } from '../check.ts'
import type { LookAtDevices } from './device-look.ts'
import { perToken } from './per-token.ts'
import { certificatesByUse } from './stored-certificates.ts'

/** Does each key hold a certificate that can be renewed, or at least one at all? Counts only: no names of people. */
export function checkCertificate(look: LookAtDevices): Check {
  return { name: 'certificate', run: async () => perToken(await look(), judge) }
}

function judge(token: TokenSnapshot): Finding {
  const { signing, encryption, unreadable } = certificatesByUse(token)
  const facts = { signing: signing.length, encryption: encryption.length }
  if (signing.length > 0) return { state: 'ok', facts }
  if (encryption.length > 0) return { state: 'blocked', failure: { code: 'renewal.encryptionOnly' }, facts }
  const code = unreadable > 0 ? 'certificate.unreadable' : 'environment.noCertificate'
  return { state: 'blocked', failure: { code }, facts }
}
