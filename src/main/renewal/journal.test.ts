import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { JournalEntry } from './journal-entry.ts'
import { openJournal } from './journal.ts'
import { interfaceOf } from './renewal-record.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'journal-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

const renewalId = '11111111-1111-4111-8111-111111111111'
const at = '2026-11-23T08:00:00.000Z'
const started = {
  state: 'started',
  at,
  renewalId,
  kind: 'renewal',
  holder: '张三',
  cardNumber: '1',
  tokenSerialNumber: '1',
  oldPublicKeySha256: 'a'.repeat(64),
  oldCertificate: 'AAAA',
} as const
const order = { state: 'order', at, orderId: 'o1', expiresAt: at, popRequired: true, popNonce: 'nonce' } as const
const completed = [
  order,
  { state: 'verified', at },
  { state: 'key-intended', at, id: 'aa', label: '', keyType: 'p-256' },
  { state: 'key-made', at, publicKeySha256: 'b'.repeat(64), request: 'AAAA' },
  { state: 'submitted', at },
  { state: 'issued', at, signing: 'AAAA', chain: [] },
  { state: 'signing-written', at },
  { state: 'proved', at },
  { state: 'confirmed', at },
  { state: 'completed', at, oldPair: 'removed' },
] as const
/** What an SM2 renewal by SKF writes besides. */
const bySkf: readonly JournalEntry[] = [
  { ...order, withEncryption: true },
  { state: 'verified', at },
  { state: 'key-intended', at, id: '523101', label: '', keyType: 'sm2', attempt: 1, unwraps: true },
  {
    ...{ state: 'key-made', at, publicKeySha256: 'b'.repeat(64), request: 'AAAA' },
    proof: { algorithm: 'sm2-sm3', signature: 'AAAA' },
  },
  { state: 'submitted', at },
  {
    ...{ state: 'issued', at, signing: 'AAAA', chain: [] },
    encryption: { id: '523102', certificate: 'AAAA', wrapping: 'sm2-enveloped-key/sm4-ecb', envelopedKey: 'AAAA' },
  },
  { state: 'signing-written', at, encryptionKey: { outcome: 'unwrapped' } },
  { state: 'encryption-written', at },
  { state: 'proved', at },
  { state: 'confirmed', at },
  { state: 'completed', at, oldPair: 'kept', holdsEncryptionKey: true },
]

/** As version 0.9 wrote it: before there was a second interface. */
const dualBefore = `{"state":"started","at":"${at}","renewalId":"${renewalId}","kind":"repair","holder":"张三","cardNumber":"1","tokenSerialNumber":"1","oldPublicKeySha256":"${'a'.repeat(64)}","oldCertificate":"AAAA","hasOpenBids":false}
{"state":"order","at":"${at}","durations":{},"orderId":"o1","expiresAt":"${at}","popRequired":false,"popNonce":"nonce","withEncryption":true,"wasThere":false}
{"state":"verified","at":"${at}","durations":{}}
{"state":"key-intended","at":"${at}","durations":{},"id":"aa","label":"","keyType":"rsa-2048","attempt":1,"unwraps":true}
{"state":"key-made","at":"${at}","durations":{"make-key":3},"publicKeySha256":"${'b'.repeat(64)}","request":"AAAA"}
{"state":"submitted","at":"${at}","durations":{}}
{"state":"issued","at":"${at}","durations":{},"signing":"AAAA","chain":[],"encryption":{"id":"bb","certificate":"AAAA","wrapping":"rsa-oaep-sha1/aes256-kwp","encryptedKey":"AAAA","encryptedPrivateKey":"AAAA"}}
`
const file = () => join(folder, `${renewalId}.jsonl`)

async function writeTwo() {
  const journal = await openJournal(folder)
  return { journal, record: await journal.append(await journal.begin(started), order) }
}

describe('a journal', () => {
  it('is read back as it was written, by whoever owns it alone', async () => {
    const { record } = await writeTwo()
    const { records, damaged } = await (await openJournal(folder)).readAll()
    expect(damaged).toEqual([])
    expect(records).toEqual([record])
    expect(statSync(file()).mode & 0o777).toBe(0o600)
    expect(readFileSync(file(), 'utf8').trim().split('\n')).toHaveLength(2)
  })

  it('of an SM2 renewal is read back with all that SKF adds to it', async () => {
    const journal = await openJournal(folder)
    let record = await journal.begin({ ...started, interface: 'skf', symmetric: ['sm4', 'sm1'] })
    for (const entry of bySkf) record = await journal.append(record, entry)
    expect((await (await openJournal(folder)).readAll()).records).toEqual([record])
    expect(record.started).toMatchObject({ interface: 'skf', symmetric: ['sm4', 'sm1'] })
    expect(Object.values(record.entries).slice(1)).toEqual(bySkf)
  })

  it('from before there was a second interface is read as it stands', async () => {
    writeFileSync(file(), dualBefore)
    const { records, damaged } = await (await openJournal(folder)).readAll()
    expect([records[0]?.state, damaged]).toEqual(['issued', []])
    expect(records[0] && interfaceOf(records[0])).toBe('pkcs11')
    expect(records[0]?.entries.issued?.encryption).toMatchObject({ encryptedKey: 'AAAA', encryptedPrivateKey: 'AAAA' })
  })

  it('goes on after it was read', async () => {
    await writeTwo()
    const journal = await openJournal(folder)
    const [record] = (await journal.readAll()).records
    if (record === undefined) throw new Error('nothing was read')
    await journal.append(record, { state: 'verified', at })
    expect((await journal.readAll()).records[0]?.state).toBe('verified')
  })

  it.each([
    ['is empty', () => truncateSync(file(), 0)],
    ['is cut off', () => truncateSync(file(), statSync(file()).size - 5)],
    ['is cut off at the end of a line', () => truncateSync(file(), statSync(file()).size - 1)],
    ['is rubbish', () => writeFileSync(file(), 'rubbish\n')],
    ['has lost its beginning', () => writeFileSync(file(), `${JSON.stringify(order)}\n`)],
    ['is gone', () => rmSync(file())],
  ])('goes back to the version before when its file %s, and says that it did', async (_what, damage) => {
    await writeTwo()
    damage()
    const { records, damaged } = await (await openJournal(folder)).readAll()
    expect(records).toMatchObject([{ state: 'started', started: { isRewound: true } }])
    expect(damaged).toEqual([])
    // Written anew at once: what is gone on from is what the next start would find.
    const next = await (await openJournal(folder)).readAll()
    expect(next.records).toEqual(records)
    expect(existsSync(`${file()}.previous`)).toBe(true)
  })

  it('keeps the lines before the damage, when they tell more than the version before', async () => {
    const { journal, record } = await writeTwo()
    await journal.append(record, { state: 'verified', at })
    writeFileSync(file(), `${readFileSync(file(), 'utf8')}{"state":"ver`)
    writeFileSync(`${file()}.previous`, '')
    const { records } = await (await openJournal(folder)).readAll()
    expect(records).toMatchObject([{ state: 'verified', started: { isRewound: true } }])
  })

  it('that cannot be read at all is named and kept, until a later renewal has made up for it', async () => {
    await writeTwo()
    writeFileSync(file(), 'rubbish')
    writeFileSync(`${file()}.previous`, 'rubbish')
    const { records, damaged } = await (await openJournal(folder)).readAll()
    expect(records).toEqual([])
    expect(damaged.map(({ name }) => name)).toEqual([`${renewalId}.jsonl.damaged`])
    expect(readFileSync(`${file()}.damaged`, 'utf8')).toBe('rubbish')
    const later = '22222222-2222-4222-8222-222222222222'
    const lines = [{ ...started, renewalId: later, at: new Date(Date.now() + 60_000).toISOString() }, ...completed]
    writeFileSync(join(folder, `${later}.jsonl`), lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
    expect((await (await openJournal(folder)).readAll()).damaged).toEqual([])
  })

  it('is cleared of what a killed write left', async () => {
    await writeTwo()
    writeFileSync(`${file()}.0b6f2f0e.tmp`, 'half')
    await (await openJournal(folder)).readAll()
    expect(readdirSync(folder).sort()).toEqual([`${renewalId}.jsonl`, `${renewalId}.jsonl.previous`])
  })

  it('takes no entry that may not follow the last one', async () => {
    const { journal, record } = await writeTwo()
    const early = journal.append(record, { state: 'confirmed', at })
    await expect(early).rejects.toMatchObject({ failure: { code: 'journal.damaged' } })
    expect((await journal.readAll()).records[0]?.state).toBe('order')
  })

  it('leaves no temporary file behind', async () => {
    await writeTwo()
    expect(readdirSync(folder).sort()).toEqual([`${renewalId}.jsonl`, `${renewalId}.jsonl.previous`])
  })
})
