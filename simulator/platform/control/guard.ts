import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

export interface GuardedRequest {
  /** The page itself holds nothing secret; it gets its token from the address, which never leaves the browser. */
  readonly isPage: boolean
  readonly token: string
}

/**
 * The status with which a request is refused, or undefined. A page from elsewhere, also one whose name was made to point
 * here (DNS rebinding), shows by its Host or Origin.
 */
export function refusalOf(
  { headers, socket }: FastifyRequest,
  { isPage, token }: GuardedRequest,
): 401 | 403 | undefined {
  const hosts = ['127.0.0.1', 'localhost'].map((name) => `${name}:${socket.localPort ?? 0}`)
  if (!hosts.includes(headers.host ?? '')) return 403
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host ?? ''}`) return 403
  return isPage || isToken(headers.authorization, token) ? undefined : 401
}

/** Hashes have one length, and tell nothing about how far a guess was right. */
function isToken(authorization: string | undefined, token: string): boolean {
  const sha256 = (text: string) => createHash('sha256').update(text).digest()
  return timingSafeEqual(sha256(authorization ?? ''), sha256(`Bearer ${token}`))
}
