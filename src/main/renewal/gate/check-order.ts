import type { GateCheck } from '../../../shared/ipc/models-gate.ts'
import { isActive } from '../renewal-record.ts'
import type { GateSubject } from './gate.ts'

/** One certificate is renewed once at a time: one that was begun is gone on with. */
export function checkOrder({ publicKeySha256, records }: GateSubject): GateCheck {
  const active = records.find((record) => isActive(record) && record.started.oldPublicKeySha256 === publicKeySha256)
  if (active === undefined) return { name: 'order', state: 'ok' }
  const { renewalId } = active.started
  return { name: 'order', state: 'blocked', failure: { code: 'renewal.otherActive' }, renewalId }
}
