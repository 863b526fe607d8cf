/** What an operation of the platform is, and what several of them have in common. */
import type * as z from 'zod'
import type { ProblemCode } from './problem-codes.ts'

/** `safe`: may be repeated. `keyed`: may be repeated with the same Idempotency-Key. `never`: must not be repeated. */
type RetryClass = 'safe' | 'keyed' | 'never'

export interface Endpoint {
  readonly operationId: string
  /** Where it stands in the document. */
  readonly tag: Tag
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly summary: string
  /** What the summary does not say; for the platform's engineers, in Chinese. */
  readonly description?: string
  readonly auth: boolean
  readonly retry: RetryClass
  /** From the first octet sent to the last one received. */
  readonly timeoutMs: number
  /** After unpacking. */
  readonly maxResponseBytes: number
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  /** JSON. */
  readonly body?: z.ZodType
  /** Octets instead of JSON. */
  readonly upload?: { readonly mediaType: string; readonly maxBytes: number }
  readonly success: Success
  readonly problems: Readonly<Record<number, readonly ProblemCode[]>>
}

interface Success {
  readonly status: 200 | 201 | 204
  readonly description: string
  /** JSON. */
  readonly body?: z.ZodType
  /** Octets of this media type instead of JSON; `*` is any. */
  readonly octets?: string
  /** The same in other media types, for a client that asks for one by Accept; this program does not. */
  readonly alternatives?: readonly string[]
  /** Range requests (RFC 9110, 14) with a strong ETag: also 206 and 416. */
  readonly ranges?: true
}

/** Parts of the platform, in the order in which they are described. */
export const tags = {
  service: '平台信息',
  session: '登录',
  content: '公告、常见问题与下载',
  certificate: '证书',
  order: '延期与修复订单',
  seal: '电子印章',
  desk: '咨询与快递（只读）',
} as const
type Tag = keyof typeof tags

export const endpoint = <const E extends Endpoint>(description: E): E => description

export const usual = { timeoutMs: 15_000, maxResponseBytes: 1 << 20 } as const

/** Of an operation that needs no login. */
export const openProblems = { 400: ['request.invalid'], 503: ['service.maintenance'] } as const
export const readProblems = { ...openProblems, 401: ['auth.session-expired'] } as const
export const keyedProblems = {
  400: ['request.malformed', 'request.invalid'],
  401: ['auth.session-expired'],
  503: ['service.maintenance'],
} as const
