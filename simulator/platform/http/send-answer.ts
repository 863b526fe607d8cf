import type { FastifyReply } from 'fastify'
import type { Answer } from './contract-check.ts'

/** How soon a client should look at an order again that a person has to approve. */
const reviewRetrySeconds = 5

interface Hints {
  readonly retryAfterSeconds?: number
  readonly state?: string
}

export function sendAnswer(reply: FastifyReply, { status, body, headers = {} }: Answer): void {
  void reply.code(status).headers(headers)
  if (body === undefined) {
    void reply.send()
    return
  }
  if (body instanceof Uint8Array) {
    void reply.send(body)
    return
  }
  // Every other body of the contract is an object; these two fields mean the same wherever they stand.
  const { retryAfterSeconds, state } = body as Hints
  const retryAfter = retryAfterSeconds ?? (state === 'in-review' ? reviewRetrySeconds : undefined)
  if (retryAfter !== undefined) void reply.header('retry-after', String(retryAfter))
  const isProblem = status >= 400
  const text = JSON.stringify(isProblem ? { ...body, traceId: reply.request.id } : body)
  void reply.type(isProblem ? 'application/problem+json' : 'application/json; charset=utf-8').send(text)
}
