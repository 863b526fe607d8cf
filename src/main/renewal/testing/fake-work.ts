import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { AppError } from '../../app-error.ts'
import type { JournalEntry } from '../journal-entry.ts'
import type { Token, TokenPair, UnlockedToken } from '../ports.ts'
import { beginRecord, type RenewalRecord } from '../renewal-record.ts'
import type { RenewalWork } from '../renewal-work.ts'

/** A token that holds what a test puts on it, and remembers what is removed. */
export interface FakeToken {
  readonly pairs: Map<string, { certificate?: Uint8Array; key?: KeyObject }>
  readonly removed: string[]
  /** Ids that this login has made. */
  readonly made: Set<string>
}

export function createFakeToken(): FakeToken {
  return { pairs: new Map(), removed: [], made: new Set() }
}

export function newKey() {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' })
}

/** @param findPair the id under which each public key (hex SHA-256) is found */
export function createFakeWork(
  token: FakeToken,
  record: RenewalRecord,
  findPair: Readonly<Record<string, string>>,
): RenewalWork & { readonly entered: JournalEntry['state'][] } {
  const entered: JournalEntry['state'][] = []
  const port: Pick<Token, 'findPair'> = {
    findPair: (publicKeySha256) => {
      const id = findPair[publicKeySha256]
      return id === undefined ? Promise.reject(new AppError('token.absent')) : Promise.resolve(pairOf(id))
    },
  }
  return {
    // Only what the steps under test ask for.
    ports: { token: port } as RenewalWork['ports'],
    record: () => record,
    live: () => new Map(),
    enter: (entry) => {
      entered.push(entry.state)
      return Promise.resolve()
    },
    run: async (_name, part) => part(),
    unlocked: () => unlockedToken(token),
    entered,
  }
}

function pairOf(id: string): TokenPair {
  return {
    ...{ tokenSerialNumber: 'S1', cardNumber: 'S1', interface: 'pkcs11' },
    ...{ id, label: '', certificate: new Uint8Array(), isIdShared: false },
  }
}

function unlockedToken({ pairs, removed, made }: FakeToken): UnlockedToken {
  return {
    serialNumber: 'S1',
    hasMade: (id) => made.has(id),
    hasWritten: () => false,
    generateKeyPair: () => Promise.reject(new Error('not asked for')),
    unwrapKey: () => Promise.reject(new Error('not asked for')),
    decrypt: () => Promise.reject(new Error('not asked for')),
    findKey: () => Promise.resolve(undefined),
    sign: (id, text) => {
      const key = pairs.get(id)?.key
      if (key === undefined) return Promise.reject(new AppError('token.keyNotFound'))
      return Promise.resolve(new Uint8Array(sign('sha256', text, key)))
    },
    writeCertificate: () => Promise.reject(new Error('not asked for')),
    readCertificate: (id) => Promise.resolve(pairs.get(id)?.certificate),
    readPair: (id) => {
      const pair = pairs.get(id)
      const { certificate } = pair ?? {}
      return Promise.resolve({ hasPrivateKey: pair?.key !== undefined, ...(certificate && { certificate }) })
    },
    removePair: (id) => {
      removed.push(id)
      return Promise.resolve()
    },
    removeOnlyAs: (id) => {
      removed.push(id)
      return Promise.resolve(undefined)
    },
    removeNameless: () => Promise.resolve(),
    lock: () => Promise.resolve(),
  }
}

/** A record as if these entries had been written; what they do not need is left out. */
export function recordOf(entries: Partial<RenewalRecord['entries']>, state: RenewalRecord['state']): RenewalRecord {
  const started = beginRecord({
    state: 'started',
    at: '2026-11-23T08:00:00.000Z',
    renewalId: '11111111-1111-4111-8111-111111111111',
    kind: 'renewal',
    holder: '张三',
    cardNumber: 'S1',
    tokenSerialNumber: 'S1',
    oldPublicKeySha256: 'old',
    oldCertificate: '',
  })
  return { ...started, state, entries: { ...started.entries, ...entries } }
}
