import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { judgeRoom } from '../../environment/judge/judge-room.ts'
import type { TokenLook } from '../ports.ts'
import type { RenewalRecord } from '../renewal-record.ts'

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
  const told = { name, ...judgeRoom(freeBytes, withEncryption) } as const
  if (freeBytes !== undefined) return told
  const last = records.filter((record) => record.started.tokenSerialNumber === serialNumber).findLast(tellsOfRoom)
  if (last === undefined) return told
  if (ranOutOfRoom(last)) return { name, state: 'attention', failure: { code: 'token.noRoom' } }
  // A signing pair makes room for the next one when it is removed; an encryption pair stays, and takes what there is.
  return withEncryption ? told : { name, state: 'ok' }
}

function tellsOfRoom(record: RenewalRecord): boolean {
  return record.state === 'completed' || ranOutOfRoom(record)
}

function ranOutOfRoom({ entries }: RenewalRecord): boolean {
  return entries.abandoned?.lastFailure?.code === 'token.noRoom'
}
