/** HTTP without manners: what is given is what is sent. */
import { Agent as HttpAgent, request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'

export interface RawRequest {
  readonly method: string
  /** Path and query, not to be encoded any more. */
  readonly target: string
  /** A name may stand here more than once. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | undefined
}

export interface RawAnswer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

export type Send = (request: RawRequest) => Promise<RawAnswer>

const deadlineMs = 30_000

/** @param address of the platform, as a user would type it: without /api/v1 */
export function createSend(address: string): { readonly send: Send; readonly close: () => void } {
  const { protocol, hostname, port, host, pathname } = new URL(address)
  const prefix = pathname.replace(/\/+$/, '')
  const isSecure = protocol === 'https:'
  const agent = isSecure ? new HttpsAgent({ keepAlive: true }) : new HttpAgent({ keepAlive: true })
  const send: Send = async ({ method, target, headers, body }) => {
    const { promise, resolve, reject } = Promise.withResolvers<IncomingMessage>()
    const isBare = body === undefined && ['GET', 'HEAD', 'OPTIONS'].includes(method)
    const length = isBare ? [] : ['content-length', String(body?.length ?? 0)]
    const options = {
      ...{ hostname, port, method, agent, path: `${prefix}${target}`, signal: AbortSignal.timeout(deadlineMs) },
      headers: ['host', host, ...headers.flat(), ...length],
    }
    const outgoing = (isSecure ? httpsRequest : httpRequest)(options, resolve)
    outgoing.on('error', reject)
    outgoing.end(body)
    const answer = await promise
    return { status: answer.statusCode ?? 0, headers: answer.headers, body: await buffer(answer) }
  }
  return { send, close: () => agent.destroy() }
}
