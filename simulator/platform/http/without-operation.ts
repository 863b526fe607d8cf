/** Answers to requests that reach no operation; they are problems like all others. */
import { randomUUID } from 'node:crypto'
import { STATUS_CODES } from 'node:http'
import type { FastifyReply, FastifyRequest, FastifyServerOptions } from 'fastify'
import type { PlatformClock } from '../clock.ts'
import { problem } from './problem.ts'
import { sendAnswer } from './send-answer.ts'

type ClientErrorHandler = NonNullable<FastifyServerOptions['clientErrorHandler']>

/** What every answer carries. */
export function commonHeaders(clock: PlatformClock, requestId: string) {
  return {
    date: new Date(clock.now()).toUTCString(),
    'cache-control': 'no-store',
    'x-request-id': requestId,
  }
}

const unreadable = (status: number) => ({ ...problem('request.invalid'), status })

/** Addresses that the router cannot read. */
export function refuseAddress(clock: PlatformClock) {
  return (
    { statusCode = 400 }: { readonly statusCode?: number },
    request: FastifyRequest,
    reply: FastifyReply,
  ): void => {
    // No hook runs here.
    void reply.headers(commonHeaders(clock, request.id))
    sendAnswer(reply, { status: statusCode, body: unreadable(statusCode) })
  }
}

/** A body for which there is no operation. */
export function refuseBody(error: unknown, _request: FastifyRequest, reply: FastifyReply): void {
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500
  const body = status < 500 ? unreadable(status) : problem('service.internal')
  sendAnswer(reply, { status: body.status, body })
}

/** What Node cannot read as HTTP: there is no request yet, only its connection, and nothing more is read from that. */
export function refuseConnection(clock: PlatformClock): ClientErrorHandler {
  return ({ code }, socket) => {
    if (code === 'ECONNRESET' || !socket.writable) {
      socket.destroy()
      return
    }
    const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : 400
    const requestId = randomUUID()
    const body = JSON.stringify({ ...unreadable(status), traceId: requestId })
    const headers = {
      ...commonHeaders(clock, requestId),
      'content-type': 'application/problem+json',
      'content-length': String(Buffer.byteLength(body)),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`)
  }
}
