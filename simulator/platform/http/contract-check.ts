/** Both directions against the wire contract: what comes in is refused when it does not fit, what goes out must fit. */
import * as z from 'zod'
import type { Endpoint } from '../../../src/shared/platform/endpoint.ts'
import { Problem } from '../../../src/shared/platform/schemas/common.ts'
import type { ProblemBody } from './problem.ts'
import { problem, Refusal } from './problem.ts'

export interface Answer {
  readonly status: number
  /** JSON, octets, or nothing. */
  readonly body: unknown
  /** Besides those that every answer has; with octets their media type is among them. */
  readonly headers?: Readonly<Record<string, string>>
}

interface RawRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
}

interface ParsedRequest extends RawRequest {
  readonly upload: Uint8Array | undefined
}

/** Unknown fields of a body or query are an error, so a client's typing mistake does not pass here. */
export function parseRequest(endpoint: Endpoint, raw: RawRequest): ParsedRequest {
  return {
    params: parsePart(endpoint.params, raw.params),
    query: parsePart(endpoint.query ?? NoQuery, raw.query),
    body: parsePart(endpoint.body, raw.body),
    upload: uploadOf(endpoint, raw.body),
  }
}

function uploadOf({ upload }: Endpoint, body: unknown): Uint8Array | undefined {
  if (upload === undefined) return undefined
  if (!(body instanceof Uint8Array)) throw new Refusal('request.malformed')
  return body
}

function parsePart(schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const errors = parsed.error.issues.map(({ path, message }) => ({ pointer: `/${path.join('/')}`, detail: message }))
  throw new Refusal('request.invalid', { errors })
}

/** @throws when the answer is not one that the contract describes for this operation */
export function successAnswer(endpoint: Endpoint, body: unknown): Answer {
  const { status, body: schema, octets } = endpoint.success
  if (schema !== undefined) return { status, body: schema.parse(body) }
  if (octets !== undefined) return { status, body: checkedOctets(endpoint, body), headers: { 'content-type': octets } }
  if (body !== undefined) throw new Error(`${endpoint.operationId} answers without a body`)
  return { status, body }
}

function checkedOctets({ operationId, maxResponseBytes }: Endpoint, body: unknown): Uint8Array {
  if (!(body instanceof Uint8Array)) throw new Error(`${operationId} answers with octets`)
  if (body.length > maxResponseBytes) throw new Error(`${operationId} answers with at most ${maxResponseBytes} octets`)
  return body
}

/** A refusal that the contract does not list for this operation would be a surprise to clients: it becomes a 500. */
export function problemAnswer(endpoint: Endpoint, refusal: ProblemBody): Answer {
  const body = Problem.parse(refusal)
  if (isListed(endpoint, body)) return { status: body.status, body }
  const internal = problem('service.internal', { detail: `${endpoint.operationId}: ${refusal.code}` })
  return { status: internal.status, body: internal }
}

const NoQuery = z.strictObject({})

function isListed(endpoint: Endpoint, { status, code }: ProblemBody): boolean {
  if (code === 'service.internal') return true
  return endpoint.problems[status]?.some((listed) => listed === code) ?? false
}
