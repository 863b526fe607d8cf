import { newSm2Key } from '../../x509/testing/openssl-sm2.ts'
import { buildCertificate } from '../../x509/testing/built-certificate.ts'
import { readCertificate } from '../../x509/certificate.ts'
import { AppError } from '../../app-error.ts'
import type { EntryOf, JournalEntry } from '../journal-entry.ts'
import type { Platform, TokenPair } from '../ports.ts'
import { addEntry, beginRecord, toBase64, type RenewalRecord } from '../renewal-record.ts'
import { createRenewalWork, type RenewalPorts, type RenewalWork } from '../renewal-work.ts'
import type { FakeSkfToken } from './fake-skf-token.ts'

const at = '2026-11-23T08:00:00.000Z'

/** The old signing key of these renewals, and where it lies. */
export const oldKey = newSm2Key()
export const oldCertificate = buildCertificate({ publicKey: new Uint8Array(oldKey.spki) })
/** Hex of the container's name `old`, and the role. */
const oldId = '6f6c6401'

export const startedBySkf: EntryOf<'started'> = {
  state: 'started',
  at,
  renewalId: '11111111-1111-4111-8111-111111111111',
  kind: 'renewal',
  holder: '张三',
  cardNumber: 'S1',
  tokenSerialNumber: 'S1',
  oldPublicKeySha256: readCertificate(oldCertificate).publicKey.sha256,
  oldCertificate: toBase64(oldCertificate),
  interface: 'skf',
  symmetric: ['sm1', 'sm4'],
}

/** The same renewal, begun before there was a second interface, or by the first. */
export const startedByPkcs11 = without(startedBySkf, 'interface')
/** A key of which nobody knows what it unwraps. */
export const startedByUnknownKey = without(startedBySkf, 'symmetric')

function without(started: EntryOf<'started'>, left: 'interface' | 'symmetric'): EntryOf<'started'> {
  return Object.fromEntries(Object.entries(started).filter(([name]) => name !== left)) as EntryOf<'started'>
}

export const order: EntryOf<'order'> = {
  ...{ state: 'order', at, orderId: 'order-1', expiresAt: at, popRequired: true, popNonce: 'nonce-1' },
  withEncryption: true,
}

/** A record as if these entries had been written, the last one last. */
export function recordBySkf(entries: Partial<RenewalRecord['entries']>, state: RenewalRecord['state']): RenewalRecord {
  const { started = startedBySkf } = entries
  const record = beginRecord(started)
  return { ...record, state, entries: { ...record.entries, ...entries } }
}

const oldPair: TokenPair = {
  ...{ tokenSerialNumber: 'S1', cardNumber: 'S1', interface: 'skf', id: oldId, label: 'old' },
  ...{ certificate: oldCertificate, isIdShared: false },
}

interface Sm2Work extends RenewalWork {
  readonly written: JournalEntry[]
}

/** A renewal over this key; only what the steps under test ask for is there. */
export function createSm2Work(token: FakeSkfToken, record: RenewalRecord, platform: Partial<Platform> = {}): Sm2Work {
  const written: JournalEntry[] = []
  token.containers.set('old', { signing: oldKey, certificates: { signing: oldCertificate } })
  const ports = {
    token: {
      findPair: (sha256: string) =>
        sha256 === startedBySkf.oldPublicKeySha256
          ? Promise.resolve(oldPair)
          : Promise.reject(new AppError('token.absent')),
    },
    platform,
    clock: { now: () => new Date(at), skewMs: () => 0 },
    trustedRoots: () => [],
    journal: {
      append: (before: RenewalRecord, entry: JournalEntry) => {
        written.push(entry)
        return Promise.resolve(addEntry(before, entry))
      },
    },
  } as unknown as RenewalPorts
  const work = createRenewalWork({ ports, record, unlocked: () => token.unlocked, changed: () => undefined })
  return { ...work, written }
}
