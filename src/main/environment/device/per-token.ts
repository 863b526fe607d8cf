import type { Finding } from '../../../shared/ipc/models-environment.ts'
import type { TokenSnapshot } from '../../../shared/token/messages.ts'
import { tokensOf, type DeviceLook } from './device-look.ts'

/**
 * One row for each key; named where there are several. Without a key there is nothing to say, unless a driver has not
 * answered: then nobody knows. A key that is in order can be worked with, so beside it another one blocks nothing.
 */
export function perToken(look: DeviceLook, judge: (token: TokenSnapshot) => Finding): readonly Finding[] {
  const tokens = tokensOf(look)
  if (tokens.length === 0) return [withoutToken(look)]
  const findings = tokens.map(judge)
  const isBlocking = findings.every(({ state }) => state === 'blocked')
  return findings.map((finding, index) => {
    const named = tokens.length === 1 ? finding : { ...finding, subject: tokens[index]?.serialNumber ?? '' }
    return named.state === 'blocked' && !isBlocking ? { ...named, state: 'attention' } : named
  })
}

function withoutToken({ modules }: DeviceLook): Finding {
  const isWaiting = modules.some(({ isSilent }) => isSilent)
  return isWaiting
    ? { state: 'unknown', failure: { code: 'environment.checkTimedOut' } }
    : { state: 'not-applicable', facts: { form: 'no-key' } }
}
