import type { Failure } from '../../shared/failure.ts'
import type { Renewal } from '../../shared/ipc/models.ts'
import { readCertificate } from '../x509/certificate.ts'
import { describeSubSteps, type LiveSubSteps } from './progress.ts'
import { fromBase64, interfaceOf, isActive, type RenewalRecord } from './renewal-record.ts'

/** What is true of a renewal only while the program runs. */
export interface RenewalMoment {
  readonly busy: boolean
  readonly unlocked: boolean
  readonly live: LiveSubSteps
  readonly failure?: Failure | undefined
}

/** A renewal as the page shows it. */
export function describeRenewal(record: RenewalRecord, moment: RenewalMoment): Renewal {
  const { started, order, issued, proved, completed, abandoned } = record.entries
  const failure = moment.failure ?? abandoned?.failure
  return {
    id: record.started.renewalId,
    kind: record.started.kind,
    state: record.state,
    holder: record.started.holder,
    cardNumber: record.started.cardNumber,
    tokenSerialNumber: record.started.tokenSerialNumber,
    ...(order === undefined ? {} : { orderId: order.orderId }),
    startedAt: (started ?? record.started).at,
    ...(isActive(record) ? {} : { finishedAt: record.updatedAt }),
    ...(order?.sms === undefined ? {} : { sms: order.sms }),
    subSteps: describeSubSteps(record, moment.live),
    busy: moment.busy,
    needsPin: isActive(record) && !moment.unlocked,
    ...(failure === undefined ? {} : { failure }),
    old: dates(record.started.oldCertificate),
    ...(issued === undefined ? {} : newDates(issued.signing)),
    ...(proved === undefined ? {} : { provedAt: proved.at }),
    ...describeEncryption(record),
    oldPairRemoved: completed !== undefined && completed.oldPair !== 'kept',
    ...(completed?.holdsEncryptionKey === true ? { oldPairKept: 'holds-encryption-key' } : {}),
    ...(interfaceOf(record) === 'skf' ? { isExperimental: true } : {}),
  }
}

/** Before the certificates are issued, the order says whether an encryption certificate will be among them. */
function describeEncryption({ entries }: RenewalRecord): Pick<Renewal, 'encryption' | 'newEncryption'> {
  const { order, issued } = entries
  if (issued === undefined) return { encryption: order?.withEncryption === true ? 'pending' : 'none' }
  if (issued.encryption === undefined) return { encryption: order?.withEncryption === true ? 'skipped' : 'none' }
  const outcome = entries['signing-written']?.encryptionKey?.outcome
  if (outcome === 'skipped') return { encryption: 'skipped' }
  const { new: newEncryption } = newDates(issued.encryption.certificate)
  return {
    encryption: entries['encryption-written'] === undefined ? 'pending' : 'written',
    ...(newEncryption === undefined ? {} : { newEncryption }),
  }
}

function dates(certificate: string): Renewal['old'] {
  const { notBefore, notAfter, serialNumber } = readCertificate(fromBase64(certificate))
  return { notBefore: notBefore.toISOString(), notAfter: notAfter.toISOString(), serialNumber }
}

/** The platform may have sent anything; what cannot be read has no dates to show. */
function newDates(certificate: string): { readonly new?: Renewal['old'] } {
  try {
    return { new: dates(certificate) }
  } catch {
    return {}
  }
}
