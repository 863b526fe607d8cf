import type { Endpoint } from '../../../shared/platform/endpoint.ts'
import { Problem } from '../../../shared/platform/schemas/common.ts'
import { foreignAnswer, offContract, retryAfterSeconds, unexplained } from '../foreign-answer.ts'
import { issuePaths } from '../issue-paths.ts'
import { mediaType, parseJson } from '../json-body.ts'
import { problemFailure } from '../platform-errors.ts'
import type { Attempt, PlatformFailure } from '../platform-failure.ts'
import type { RawAnswer } from './dialect.ts'

/**
 * Takes an answer apart without trusting it: status, media type, UTF-8, JSON, schema. What is neither the operation's
 * success nor a problem (RFC 9457) is not the platform speaking as agreed.
 */
export function readAnswer(endpoint: Endpoint, answer: RawAnswer): Attempt {
  const { status, body } = answer
  if (status === 204 && endpoint.success.status === 204) return { ok: true, value: undefined }
  const foreign = foreignAnswer(endpoint, answer)
  if (foreign !== undefined) return failed(foreign)
  const type = mediaType(answer.contentType)
  if (status === endpoint.success.status && type === (endpoint.success.octets ?? 'application/json')) {
    return endpoint.success.octets === undefined ? readSuccess(endpoint, body) : { ok: true, value: body }
  }
  if (status < 400) return failed(offContract(endpoint, { status }, `status ${status}, ${type ?? 'no media type'}`))
  return failed(readRefusal(endpoint, answer))
}

function readSuccess(endpoint: Endpoint, body: Uint8Array): Attempt {
  const { status } = endpoint.success
  const json = parseJson(body)
  return json.ok ? agreedValue(endpoint, status, json.value) : failed(offContract(endpoint, { status }, 'not JSON'))
}

/** A value in the contract's words, held against the operation's schema. */
export function agreedValue(endpoint: Endpoint, status: number, value: unknown): Attempt {
  const parsed = endpoint.success.body?.safeParse(value)
  if (parsed === undefined) return failed(offContract(endpoint, { status }, 'unexpected body'))
  if (parsed.success) return { ok: true, value: parsed.data }
  return failed(offContract(endpoint, { status, paths: issuePaths(parsed.error) }, 'schema'))
}

function readRefusal(endpoint: Endpoint, answer: RawAnswer): PlatformFailure {
  const { status } = answer
  const json = mediaType(answer.contentType) === 'application/problem+json' ? parseJson(answer.body) : undefined
  const problem = json?.ok === true ? Problem.safeParse(json.value) : undefined
  if (problem?.success !== true) return unexplained(endpoint, answer)
  return problemFailure(endpoint, { status, problem: problem.data, retryAfterSeconds: retryAfterSeconds(answer) })
}

function failed(failure: PlatformFailure): Attempt {
  return { ok: false, failure }
}
