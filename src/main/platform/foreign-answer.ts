/** Answers that are not the platform speaking as agreed, in whatever words. */
import type { ProxyFault } from '../../shared/failure-words.ts'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import type { RawAnswer } from './dialects/dialect.ts'
import { mediaType } from './json-body.ts'
import { codeOfStatus } from './platform-errors.ts'
import { definedOnly, outcomeUnlessRefused, type PlatformFailure } from './platform-failure.ts'
import { parseHttpDate, parseRetryAfter } from './retry-after.ts'

/** A proxy's log-in, a maintenance page, a captive portal, a redirect: something between us and the platform. */
export function foreignAnswer(endpoint: Endpoint, answer: RawAnswer): PlatformFailure | undefined {
  const { status } = answer
  // Only a proxy asks for that (RFC 9110, 15.5.8), whether we know of it or not.
  if (status === 407) return proxyLogin(endpoint)
  const type = mediaType(answer.contentType)
  const isPage = type === 'text/html' || type === 'application/xhtml+xml'
  if (!isPage && (status < 300 || status >= 400)) return undefined
  return {
    code: status === 503 ? 'platform.maintenance' : 'platform.webPage',
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: status >= 500,
    details: definedOnly({ status, retryAfterSeconds: retryAfterSeconds(answer) }),
  }
}

function proxyLogin(endpoint: Endpoint): PlatformFailure {
  const details = { status: 407, reason: 'auth' satisfies ProxyFault }
  return { code: 'platform.proxy', outcome: outcomeUnlessRefused(endpoint), mayRepeat: false, details }
}

/** A failure of which nothing but the status says anything. */
export function unexplained(endpoint: Endpoint, answer: RawAnswer): PlatformFailure {
  const { status } = answer
  if (status < 500) {
    return offContract(endpoint, { status }, `no reason, ${mediaType(answer.contentType) ?? 'no media type'}`)
  }
  return {
    code: codeOfStatus(endpoint, status),
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: true,
    details: definedOnly({ status, retryAfterSeconds: retryAfterSeconds(answer) }),
  }
}

/** @param seen for the log only: an answer's own words stay out of details */
export function offContract(
  endpoint: Endpoint,
  details: { readonly status: number; readonly paths?: string },
  seen: string,
): PlatformFailure {
  return {
    code: 'platform.offContract',
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: false,
    details,
    cause: new Error(`${endpoint.operationId}: ${seen.slice(0, 80)}`),
  }
}

export function retryAfterSeconds(answer: RawAnswer): number | undefined {
  return parseRetryAfter(answer.retryAfter, parseHttpDate(answer.date) ?? Date.now())
}
