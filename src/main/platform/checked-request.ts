import type * as z from 'zod'
import type { Endpoint } from '../../shared/platform/endpoint.ts'
import { AppError } from '../app-error.ts'
import { issuePaths } from './issue-paths.ts'

/** What the caller of an operation passes. */
export interface RequestParts {
  readonly params?: unknown
  readonly query?: unknown
  readonly body?: unknown
  readonly upload?: unknown
}

/** The same after the schemas of the operation; nothing where it has none. */
export interface CheckedRequest {
  readonly params: unknown
  readonly query: unknown
  readonly body: unknown
  readonly upload: Uint8Array | undefined
}

/**
 * Checks our own request before it is sent: a fault of this program must not reach the platform. What was checked is
 * what is sent. Code internal, with details.paths.
 */
export function checkRequest(endpoint: Endpoint, request: RequestParts): CheckedRequest {
  return {
    params: check(endpoint, endpoint.params, request.params),
    query: check(endpoint, endpoint.query, request.query),
    body: check(endpoint, endpoint.body, request.body),
    upload: endpoint.upload === undefined ? undefined : checkOctets(endpoint, request.upload),
  }
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
