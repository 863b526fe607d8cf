import type { Sent } from '../platform/http-client.ts'
import type { Log } from './log.ts'

/**
 * One line for each request to the platform: `platform POST /orders/{orderId}/csr 200 in 143 ms, 5e0e8c5c-…`. The path as
 * it stands in the contract: no id, no query, no body.
 */
export function noteSent(log: Pick<Log, 'info'>): (sent: Sent) => void {
  return ({ endpoint: { method, path }, status, durationMs, id, attempt }) => {
    const outcome = attempt.ok ? '' : ` ${attempt.failure.code} (${attempt.failure.outcome})`
    log.info(`platform ${method} ${path} ${status ?? 'no answer'}${outcome} in ${durationMs} ms, ${id}`)
  }
}
