/**
 * How a platform words its requests and answers. Everything else is the same for every platform: connections, deadlines,
 * size limits, sessions, the clock, repeats and what is known of the outcome. Callers speak the contract (src/shared/platform).
 */
import type { Endpoint } from '../../../shared/platform/endpoint.ts'
import type { RequestParts } from '../checked-request.ts'
import type { Attempt } from '../platform-failure.ts'

export interface Credentials {
  readonly accessToken: string | undefined
  /** Of a keyed operation; a dialect that is not `idempotent` has no use for it. */
  readonly idempotencyKey: string | undefined
}

export interface PreparedRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query, to be put behind the base URL. */
  readonly target: string
  /** JSON or octets; undefined where the request has no body. */
  readonly body: string | Uint8Array | undefined
  /** Besides those of every request. Null: not sent, whatever a library thinks. */
  readonly headers: Readonly<Record<string, string | null>>
}

export interface RawAnswer {
  readonly status: number
  readonly contentType: string | undefined
  readonly date: string | undefined
  readonly retryAfter: string | undefined
  readonly body: Uint8Array
}

export interface Dialect {
  /** Where the API is under the configured address, which is given without it. */
  readonly basePath: `/${string}`
  /** Does the platform answer the same key with what was done the first time? If not, it is asked before anything is sent. */
  readonly idempotent: boolean
  /** Checks our own request (code internal, nothing is sent) and puts it into the platform's words. */
  prepare(endpoint: Endpoint, request: RequestParts, credentials: Credentials): PreparedRequest
  /** Takes an answer apart without trusting it, and puts it into the contract's words. Never throws. */
  read(endpoint: Endpoint, answer: RawAnswer): Attempt
}
