import type { Endpoint } from '../../../shared/platform/endpoint.ts'
import { AppError } from '../../app-error.ts'
import { checkRequest, type RequestParts } from '../checked-request.ts'
import type { Credentials, PreparedRequest } from './dialect.ts'

/** Method and path of the table, JSON or octets, a bearer token (RFC 6750) and an Idempotency-Key. */
export function prepareRequest(endpoint: Endpoint, request: RequestParts, credentials: Credentials): PreparedRequest {
  const { params, query, body, upload } = checkRequest(endpoint, request)
  const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(text(params, name)))
  const search = searchOf(query)
  return {
    method: endpoint.method,
    target: search === '' ? path : `${path}?${search}`,
    body: upload ?? (body === undefined ? undefined : JSON.stringify(body)),
    headers: {
      accept: `${endpoint.success.octets ?? 'application/json'}, application/problem+json`,
      // Null, not absent: axios would call an empty body a form.
      'content-type': endpoint.upload?.mediaType ?? (body === undefined ? null : 'application/json'),
      ...headersOf(credentials),
    },
  }
}

function headersOf({ accessToken, idempotencyKey }: Credentials): Readonly<Record<string, string>> {
  return {
    ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
    ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
  }
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
