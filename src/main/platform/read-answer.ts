import type { ProxyFault } from '../../shared/failure-words.ts'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { Problem } from '../../shared/platform/schemas/common.ts'
import { issuePaths } from './issue-paths.ts'
import { mediaType, parseJson } from './json-body.ts'
import { codeOfStatus, problemFailure } from './platform-errors.ts'
import { definedOnly, outcomeUnlessRefused, type Attempt, type PlatformFailure } from './platform-failure.ts'
import { parseHttpDate, parseRetryAfter } from './retry-after.ts'

export interface RawAnswer {
  readonly status: number
  readonly contentType: string | undefined
  readonly date: string | undefined
  readonly retryAfter: string | undefined
  readonly body: Uint8Array
}

/**
 * Takes an answer apart without trusting it: status, media type, UTF-8, JSON, schema. What is neither the operation's
 * success nor a problem (RFC 9457) is not the platform speaking as agreed.
 */
export function readAnswer(endpoint: Endpoint, answer: RawAnswer): Attempt {
  const { status, body } = answer
  if (status === 204 && endpoint.success.status === 204) return { ok: true, value: undefined }
  const type = mediaType(answer.contentType)
  // Only a proxy asks for that (RFC 9110, 15.5.8), whether we know of it or not.
  if (status === 407) return failed(proxyLogin(endpoint))
  if (isSomebodyElse(status, type)) return failed(webPage(endpoint, answer))
  if (status === endpoint.success.status && type === (endpoint.success.octets ?? 'application/json')) {
    return endpoint.success.octets === undefined ? readSuccess(endpoint, body) : { ok: true, value: body }
  }
  if (status < 400) return failed(offContract(endpoint, { status }, `status ${status}, ${type ?? 'no media type'}`))
  return failed(readRefusal(endpoint, answer, type))
}

/** A maintenance page, a captive portal, a redirect: something between us and the platform. */
function isSomebodyElse(status: number, type: string | undefined): boolean {
  return (status >= 300 && status < 400) || type === 'text/html' || type === 'application/xhtml+xml'
}

function proxyLogin(endpoint: Endpoint): PlatformFailure {
  const details = { status: 407, reason: 'auth' satisfies ProxyFault }
  return { code: 'platform.proxy', outcome: outcomeUnlessRefused(endpoint), mayRepeat: false, details }
}

function webPage(endpoint: Endpoint, answer: RawAnswer): PlatformFailure {
  const { status } = answer
  return {
    code: status === 503 ? 'platform.maintenance' : 'platform.webPage',
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: status >= 500,
    details: definedOnly({ status, retryAfterSeconds: retryAfterSeconds(answer) }),
  }
}

function readSuccess(endpoint: Endpoint, body: Uint8Array): Attempt {
  const { status } = endpoint.success
  const json = parseJson(body)
  if (!json.ok) return failed(offContract(endpoint, { status }, 'not JSON'))
  const parsed = endpoint.success.body?.safeParse(json.value)
  if (parsed === undefined) return failed(offContract(endpoint, { status }, 'unexpected body'))
  if (!parsed.success) {
    return failed(offContract(endpoint, { status, paths: issuePaths(parsed.error) }, 'schema'))
  }
  return { ok: true, value: parsed.data }
}

function readRefusal(endpoint: Endpoint, answer: RawAnswer, type: string | undefined): PlatformFailure {
  const { status } = answer
  const json = type === 'application/problem+json' ? parseJson(answer.body) : undefined
  const problem = json?.ok === true ? Problem.safeParse(json.value) : undefined
  if (problem?.success === true) {
    return problemFailure(endpoint, { status, problem: problem.data, retryAfterSeconds: retryAfterSeconds(answer) })
  }
  if (status < 500) return offContract(endpoint, { status }, `no problem body, ${type ?? 'no media type'}`)
  return {
    code: codeOfStatus(endpoint, status),
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: true,
    details: definedOnly({ status, retryAfterSeconds: retryAfterSeconds(answer) }),
  }
}

function offContract(
  endpoint: Endpoint,
  details: { readonly status: number; readonly paths?: string },
  seen: string,
): PlatformFailure {
  return {
    code: 'platform.offContract',
    outcome: outcomeUnlessRefused(endpoint),
    mayRepeat: false,
    details,
    // For the log only: an answer's own words stay out of details.
    cause: new Error(`${endpoint.operationId}: ${seen.slice(0, 80)}`),
  }
}

function retryAfterSeconds(answer: RawAnswer): number | undefined {
  return parseRetryAfter(answer.retryAfter, parseHttpDate(answer.date) ?? Date.now())
}

function failed(failure: PlatformFailure): Attempt {
  return { ok: false, failure }
}
