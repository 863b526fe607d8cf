import type * as z from 'zod'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { AppError } from '../app-error.ts'
import { issuePaths } from './issue-paths.ts'

export interface RequestParts {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly upload?: unknown
}

export interface PreparedRequest {
  /** Path and query, to be put behind the base URL. */
  readonly target: string
  /** JSON or octets; undefined where the operation has no body. */
  readonly body: string | Uint8Array | undefined
  readonly contentType: string | undefined
}

/**
 * Checks our own request before it is sent: a fault of this program must not reach the platform. What was checked is
 * what is sent. Code internal, with details.paths.
 */
export function prepareRequest(endpoint: Endpoint, request: RequestParts): PreparedRequest {
  const params = check(endpoint, endpoint.params, request.params)
  const query = check(endpoint, endpoint.query, request.query)
  const body = check(endpoint, endpoint.body, request.body)
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(params, name)))
  const search = searchOf(query)
  const target = search === '' ? path : `${path}?${search}`
  if (endpoint.upload !== undefined) {
    return { target, body: checkOctets(endpoint, request.upload), contentType: endpoint.upload.mediaType }
  }
  if (body === undefined) return { target, body: undefined, contentType: undefined }
  return { target, body: JSON.stringify(body), contentType: 'application/json' }
}

function checkOctets({ operationId, upload }: Endpoint, value: unknown): Uint8Array {
  if (value instanceof Uint8Array && value.length <= (upload?.maxBytes ?? 0)) return value
  throw new AppError('internal', { details: { outcome: 'not-done', operation: operationId, paths: '/upload' } })
}

function check(endpoint: Endpoint, schema: z.ZodType | undefined, value: unknown): unknown {
  if (schema === undefined) return undefined
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const { operationId } = endpoint
  throw new AppError('internal', {
    details: { outcome: 'not-done', operation: operationId, paths: issuePaths(parsed.error) },
  })
}

function text(params: unknown, name: string): string {
  const value: unknown = params instanceof Object ? Reflect.get(params, name) : undefined
  // A path with a parameter that its schema does not name is a mistake in the table of endpoints.
  if (typeof value !== 'string') throw new AppError('internal', { details: { outcome: 'not-done', parameter: name } })
  return value
}

function searchOf(query: unknown): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query ?? {})) if (value !== undefined) search.set(name, String(value))
  return search.toString()
}
