import { renewalStates } from '../../../shared/renewal-steps.ts'
import type { JournalEntry } from '../../renewal/journal-entry.ts'
import type { RenewalRecord } from '../../renewal/renewal-record.ts'
import { maskedEnd, maskedName } from '../mask.ts'
import type { Content } from '../ports.ts'

const mostRenewals = 50

/** The journals of the newest renewals, one file each: which step when, how long, what went wrong. No certificate, request or phone. */
export function describeRenewals(records: readonly RenewalRecord[]): readonly Content[] {
  const newest = [...records].sort((one, other) => other.updatedAt.localeCompare(one.updatedAt)).slice(0, mostRenewals)
  return newest.map((record) => ({
    file: `journal/${record.started.at.slice(0, 10)}-${record.started.renewalId.slice(0, 8)}.json`,
    value: describeRecord(record),
  }))
}

function describeRecord({ state, updatedAt, entries, started }: RenewalRecord): unknown {
  return {
    ...{ renewalId: started.renewalId, kind: started.kind, state, updatedAt },
    ...{ holder: maskedName(started.holder), cardNumber: maskedEnd(started.cardNumber) },
    ...{ oldPublicKeySha256: started.oldPublicKeySha256, isRewound: started.isRewound },
    entries: renewalStates.flatMap((name) => {
      const entry = entries[name]
      return entry === undefined ? [] : [describeEntry(entry)]
    }),
  }
}

/** What is not named here does not get into a package. */
function describeEntry(entry: JournalEntry): Record<string, unknown> {
  return { state: entry.state, at: entry.at, durations: entry.durations, ...detailsOf(entry) }
}

function detailsOf(entry: JournalEntry): Record<string, unknown> {
  switch (entry.state) {
    case 'started':
      return { hasOpenBids: entry.hasOpenBids, interface: entry.interface, symmetric: entry.symmetric }
    case 'order': {
      const { orderId, expiresAt, popRequired, withEncryption, wasThere, sms } = entry
      return {
        ...{ order: maskedEnd(orderId), expiresAt, popRequired, withEncryption, wasThere },
        sms: sms === undefined ? undefined : { expiresAt: sms.expiresAt, attemptsLeft: sms.attemptsLeft },
      }
    }
    case 'key-intended':
      return { id: entry.id, keyType: entry.keyType, attempt: entry.attempt, unwraps: entry.unwraps }
    case 'key-made':
      return { publicKeySha256: entry.publicKeySha256, hasRequest: entry.request !== undefined }
    case 'issued':
      return { chain: entry.chain.length, encryption: entry.encryption?.wrapping }
    case 'signing-written':
      return { encryptionKey: entry.encryptionKey }
    case 'completed':
      return { oldPair: entry.oldPair, holdsEncryptionKey: entry.holdsEncryptionKey }
    case 'abandoned':
      return { failure: entry.failure, lastFailure: entry.lastFailure }
    case 'verified':
    case 'submitted':
    case 'encryption-written':
    case 'proved':
    case 'confirmed':
      return {}
  }
}
