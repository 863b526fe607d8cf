import { AppError } from '../app-error.ts'
import type { EntryOf } from '../renewal/journal-entry.ts'
import { entryOf, fromBase64, interfaceOf, type RenewalRecord } from '../renewal/renewal-record.ts'
import { readCertificate } from '../x509/certificate.ts'

/** Both dates and the serial number of one certificate. */
export interface ReceiptCertificate {
  readonly notBefore: Date
  readonly notAfter: Date
  /** Upper-case hex. */
  readonly serialNumber: string
}

/** What a 回执 states. Everything in it was read from the token, measured, or answered by the platform. */
export interface Receipt {
  readonly kind: 'renewal' | 'repair'
  readonly renewalId: string
  readonly orderId: string
  readonly holder: string
  readonly cardNumber: string
  readonly startedAt: Date
  readonly provedAt: Date
  readonly confirmedAt: Date
  readonly old: ReceiptCertificate
  readonly new: ReceiptCertificate
  /** Hex SHA-256 of the new signing certificate. */
  readonly newSha256: string
  readonly encryption?:
    ({ readonly outcome: 'written' } & ReceiptCertificate) | { readonly outcome: 'skipped'; readonly code: string }
  readonly oldPair: 'removed' | 'gone' | 'kept' | 'keptForEncryption'
  /** By an interface that no real key has been tried with yet (SKF). */
  readonly isExperimental: boolean
}

/** Code renewal.notFinished for a renewal that has not been completed. */
export function toReceipt(record: RenewalRecord): Receipt {
  if (record.state !== 'completed') throw new AppError('renewal.notFinished', { details: { state: record.state } })
  const { started } = record
  const issued = entryOf(record, 'issued')
  return {
    kind: started.kind,
    renewalId: started.renewalId,
    orderId: entryOf(record, 'order').orderId,
    holder: started.holder,
    cardNumber: started.cardNumber,
    startedAt: new Date(started.at),
    provedAt: new Date(entryOf(record, 'proved').at),
    confirmedAt: new Date(entryOf(record, 'confirmed').at),
    old: certificateOf(started.oldCertificate),
    new: certificateOf(issued.signing),
    newSha256: readCertificate(fromBase64(issued.signing)).sha256,
    ...encryptionOf(record),
    oldPair: oldPairOf(entryOf(record, 'completed')),
    isExperimental: interfaceOf(record) === 'skf',
  }
}

function oldPairOf({ oldPair, holdsEncryptionKey }: EntryOf<'completed'>): Receipt['oldPair'] {
  return oldPair === 'kept' && holdsEncryptionKey === true ? 'keptForEncryption' : oldPair
}

function encryptionOf(record: RenewalRecord): Pick<Receipt, 'encryption'> {
  const { encryption } = entryOf(record, 'issued')
  const { encryptionKey } = entryOf(record, 'signing-written')
  if (encryption === undefined || encryptionKey === undefined) return {}
  if (encryptionKey.outcome === 'skipped') {
    return { encryption: { outcome: 'skipped', code: encryptionKey.failure.code } }
  }
  return { encryption: { outcome: 'written', ...certificateOf(encryption.certificate) } }
}

function certificateOf(base64: string): ReceiptCertificate {
  const { notBefore, notAfter, serialNumber } = readCertificate(fromBase64(base64))
  return { notBefore, notAfter, serialNumber }
}
