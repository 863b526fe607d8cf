import type { Gate, GateCheck } from '../../../shared/ipc/models-gate.ts'
import { AppError } from '../../app-error.ts'
import { entryOf, type RenewalRecord } from '../renewal-record.ts'
import type { RenewalPorts, RenewalWork } from '../renewal-work.ts'
import { checkConflicts } from './check-conflicts.ts'
import { checkOrder } from './check-order.ts'
import { checkPlatform } from './check-platform.ts'
import { checkRoom } from './check-room.ts'
import { checkToken } from './check-token.ts'

/** What is to be renewed, as far as the gate looks at it. */
export interface GateSubject {
  readonly publicKeySha256: string
  readonly records: readonly RenewalRecord[]
}

/** The gate before the first step: everything is looked at, whatever the others say. Nothing is changed by it. */
export async function checkGate(ports: RenewalPorts, subject: GateSubject): Promise<Gate> {
  const [{ checks: token, look }, conflicts, platform] = await Promise.all([
    checkToken(ports.token, subject.publicKeySha256),
    checkConflicts(ports.environment),
    checkPlatform(ports),
  ])
  const withEncryption = look?.hasEncryption ?? false
  const checks = [
    ...token,
    checkRoom(look, { withEncryption, records: subject.records }),
    ...conflicts,
    ...platform,
    checkOrder(subject),
  ]
  return {
    checks,
    isOpen: checks.every(({ state }) => state !== 'blocked'),
    asksForOpenBids: withEncryption,
  }
}

/** The code has just been verified, mostly: then the platform is there, and its clock is known. */
const justAskedMs = 60_000

/** The gate before the first write: the same checks but that of this very order. Throws what blocks first. */
export async function requireGate(work: RenewalWork, records: readonly RenewalRecord[]): Promise<void> {
  const { started } = work.record()
  const [{ checks, look }, conflicts, platform] = await Promise.all([
    checkToken(work.ports.token, started.oldPublicKeySha256),
    checkConflicts(work.ports.environment),
    checkPlatform(work.ports, justAskedMs),
  ])
  const withEncryption = entryOf(work.record(), 'order').withEncryption === true
  const all: readonly GateCheck[] = [...checks, checkRoom(look, { withEncryption, records }), ...conflicts, ...platform]
  const blocked = all.find(({ state }) => state === 'blocked')
  if (blocked?.failure !== undefined) throw new AppError(blocked.failure.code, { details: blocked.failure.details })
}
