import { keyId } from './key-id.ts'
import { isUncertain, type RenewalRecord } from './renewal-record.ts'

/** More tries of one order than anybody makes; each costs a search when a journal was lost. */
const longestTries = 5

/** The ids under which this renewal may have put something on the token; nobody else uses them. */
export function begunIds(record: RenewalRecord): readonly string[] {
  const { 'key-intended': intended, issued, order } = record.entries
  const known = [intended?.id, issued?.encryption?.id].filter((id) => id !== undefined)
  if (order === undefined || !isUncertain(record)) return known
  const tries = Array.from({ length: longestTries }, (_, index) => index + 1)
  const possible = tries.flatMap((attempt) => [
    keyId(order.orderId, 'signing', attempt),
    keyId(order.orderId, 'encryption', attempt),
  ])
  return [...new Set([...known, ...possible])]
}

/** Which try of this order made the pair with this id; 1 when the id is not one of ours. */
export function attemptOf(orderId: string, id: string): number {
  for (let attempt = 1; attempt <= longestTries; attempt += 1)
    if (keyId(orderId, 'signing', attempt) === id) return attempt
  return 1
}
