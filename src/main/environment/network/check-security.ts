import type { Finding } from '../../../shared/ipc/models-environment.ts'
import { daysUntil } from '../../../shared/validity.ts'
import type { Check } from '../check.ts'
import { inOrder, notApplicable, outOfOrder } from '../finding.ts'
import { dial, type DialParts } from './dial.ts'
import { lookAtLayer, longestLookMs, type Target } from './target.ts'

interface SecurityParts extends DialParts {
  readonly now: () => Date
}

/**
 * Is the encrypted connection as the client wants it? Judged by the client's own policy: roots, name, dates, pins. Codes
 * platform.tls with details.tls (TlsFault), platform.pinMismatch, environment.plainConnection.
 */
export function createSecurityCheck(parts: SecurityParts): Check {
  return {
    name: 'platform-security',
    deadlineMs: longestLookMs,
    run: (signal) => lookAtLayer(parts.way, (target) => lookForSecurity(target, signal, parts)),
  }
}

async function lookForSecurity(target: Target, signal: AbortSignal, parts: SecurityParts): Promise<Finding> {
  if (!target.isSecure) {
    return target.isHere ? notApplicable('here') : outOfOrder('attention', { code: 'environment.plainConnection' })
  }
  const dialled = await dial(target, 'security', signal, parts)
  if (!dialled.ok) {
    if (dialled.stage !== 'security') return outOfOrder('unknown', { code: 'environment.earlierStepFailed' })
    const details = [
      { label: 'host', value: target.host },
      { label: 'port', value: String(target.port) },
    ]
    return outOfOrder('blocked', dialled.failure, { details })
  }
  const { tls } = dialled
  // The connection stands, and nothing is known of what secures it: nothing is claimed.
  if (tls === undefined) return outOfOrder('unknown', { code: 'environment.notSeparable' })
  const days = daysUntil(tls.notAfter, parts.now())
  const details = [
    { label: 'tlsVersion', value: tls.protocol },
    { label: 'tlsIssuer', value: tls.issuer },
    { label: 'tlsDays', value: String(days) },
  ]
  return inOrder({ protocol: tls.protocol.replace(/^TLSv/, 'TLS '), days }, { details })
}
