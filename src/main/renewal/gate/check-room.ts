import type { GateCheck } from '../../../shared/ipc/models.ts'
import type { TokenLook } from '../ports.ts'
import type { RenewalRecord } from '../renewal-record.ts'

/** Octets of a pair of RSA-2048 keys with their attributes and a certificate of up to 2 KiB, rounded up. */
const roomForPair = 4096

interface Circumstances {
  /** A second pair comes with the order, and the old one stays. */
  readonly withEncryption: boolean
  readonly records: readonly RenewalRecord[]
}

/** Room for the new pairs beside the old ones: what the token tells, else what earlier renewals of it have shown. */
export function checkRoom(look: TokenLook | undefined, { withEncryption, records }: Circumstances): GateCheck {
  const name = 'room'
  if (look === undefined) return { name, state: 'unknown' }
  const { freeBytes, serialNumber } = look
  if (freeBytes !== undefined) {
    const needed = withEncryption ? 2 * roomForPair : roomForPair
    if (freeBytes >= needed) return { name, state: 'ok' }
    return { name, state: 'blocked', failure: { code: 'token.noRoom', details: { freeBytes, needed } } }
  }
  const last = records.filter((record) => record.started.tokenSerialNumber === serialNumber).findLast(tellsOfRoom)
  if (last === undefined) return { name, state: 'unknown', failure: { code: 'token.roomUnknown' } }
  if (ranOutOfRoom(last)) return { name, state: 'attention', failure: { code: 'token.noRoom' } }
  // A signing pair makes room for the next one when it is removed; an encryption pair stays, and takes what there is.
  return withEncryption ? { name, state: 'unknown', failure: { code: 'token.roomUnknown' } } : { name, state: 'ok' }
}

function tellsOfRoom(record: RenewalRecord): boolean {
  return record.state === 'completed' || ranOutOfRoom(record)
}

function ranOutOfRoom({ entries }: RenewalRecord): boolean {
  return entries.abandoned?.lastFailure?.code === 'token.noRoom'
}
