import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import type { Check } from '../check.ts'
import { judgeKey } from '../judge/judge-key.ts'
import type { LookAtDevices } from './device-look.ts'
import { perToken } from './per-token.ts'
import { certificatesByUse } from './stored-certificates.ts'

/** Does each signing certificate have its private key, as far as that shows without a PIN? */
export function checkSigningKey(look: LookAtDevices): Check {
  return { name: 'signing-key', run: async () => perToken(await look(), judge) }
}

function judge(token: TokenSnapshot): Finding {
  const judged = certificatesByUse(token).signing.map(({ key }) => judgeKey(key))
  const count = (wanted: Finding['state']) => judged.filter(({ state }) => state === wanted).length
  const [present, missing] = [count('ok'), judged.find(({ state }) => state === 'blocked')]
  const facts = { present, missing: count('blocked'), hidden: count('unknown') }
  if (judged.length === 0) return { state: 'not-applicable', facts: { form: 'no-certificate' } }
  // One that has its key can be renewed, whatever lies beside it.
  if (missing !== undefined) return { ...missing, state: present + facts.hidden > 0 ? 'attention' : 'blocked', facts }
  if (facts.hidden > 0) return { state: 'unknown', failure: { code: 'environment.keyPresenceUnknown' }, facts }
  return { state: 'ok', facts }
}
