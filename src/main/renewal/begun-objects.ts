import { encryptionId, keyId } from './key-id.ts'
import { entryOf, interfaceOf, isUncertain, type RenewalRecord } from './renewal-record.ts'

/** More tries of one order than anybody makes; each costs a search when a journal was lost. */
const longestTries = 5

/** The ids under which this renewal may have put something on the token; nobody else uses them. */
export function begunIds(record: RenewalRecord): readonly string[] {
  const { 'key-intended': intended, issued, order } = record.entries
  const known = [intended?.id, issued?.encryption?.id].filter((id) => id !== undefined)
  if (order === undefined || !isUncertain(record)) return known
  const placed = placedBy(record)
  const tries = Array.from({ length: longestTries }, (_, index) => index + 1)
  const possible = tries.flatMap((attempt) => [keyId(placed, 'signing', attempt), keyId(placed, 'encryption', attempt)])
  return [...new Set([...known, ...possible])]
}

/** Which try of its order made the pair with this id; 1 when the id is not one of ours. */
export function attemptOf(record: RenewalRecord, id: string): number {
  const placed = placedBy(record)
  for (let attempt = 1; attempt <= longestTries; attempt += 1)
    if (keyId(placed, 'signing', attempt) === id) return attempt
  return 1
}

/** The id of a new signing pair of this try. */
export function signingIdOf(record: RenewalRecord, attempt: number): string {
  return keyId(placedBy(record), 'signing', attempt)
}

/** The new encryption pair's id follows from the order and the try, like that of the signing pair. */
export function encryptionIdOf(record: RenewalRecord): string {
  const { id, attempt = 1 } = entryOf(record, 'key-intended')
  return encryptionId(placedBy(record), { id, attempt })
}

function placedBy(record: RenewalRecord) {
  return { orderId: entryOf(record, 'order').orderId, interface: interfaceOf(record) }
}
