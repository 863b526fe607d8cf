import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import type { CertificateFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, tokenLabel, type Desk } from '../support/desk.ts'

let desk: Desk
let app: AppUnderTest
let old: { readonly signing: string; readonly encryption: string; readonly encryptionCertificate: Uint8Array }

beforeEach(async () => {
  desk = await createDesk()
  const { id: signing } = await desk.put({ keyType: 'rsa-2048', days: [-338, 27] })
  const { id: encryption, certificate: encryptionCertificate } = await desk.putEncryption([-338, 27])
  old = { signing, encryption, encryptionCertificate }
  app = await startApp(desk)
})

afterEach(async () => {
  await app.close()
  await desk.remove()
})

async function renew(): Promise<Renewal> {
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  expect(cards[0]?.certificates.map(({ usage }) => usage)).toEqual(['signing', 'encryption'])
  await app.value('account:login', deskAccount)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  expect(await app.value('renewal:gate', { certificateId })).toMatchObject({ isOpen: true, asksForOpenBids: true })
  const { id: renewalId } = await app.value('renewal:start', { certificateId, hasOpenBids: false })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  return app.value('renewal:execute', { renewalId })
}

const login = ['--token-label', tokenLabel, '--login', '--pin', deskPin]

/** What is on the token, as `class id` lines. */
function objects(): readonly string[] {
  const listing = desk.store.pkcs11Tool([...login, '--list-objects'])
  return [...listing.matchAll(/^(\w+) (?:Key )?Object[^]*?ID: +([0-9a-f]+)/gm)]
    .map((match) => `${match[1] ?? ''} ${match[2] ?? ''}`)
    .sort()
}

/** A file that was encrypted for this certificate is opened by the key with this id, with another program. */
function decrypts(certificate: Uint8Array, id: string): boolean {
  const { spki } = readCertificate(certificate).publicKey
  const key = createPublicKey({ key: Buffer.from(spki), format: 'der', type: 'spki' })
  const text = randomBytes(48)
  const file = (name: string) => join(desk.userData, name)
  writeFileSync(file('ciphertext'), publicEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, text))
  const files = ['--input-file', file('ciphertext'), '--output-file', file('plaintext')]
  desk.store.pkcs11Tool([...login, '--decrypt', '--id', id, '--mechanism', 'RSA-PKCS', ...files])
  return readFileSync(file('plaintext')).equals(text)
}

const untouched = () =>
  ['Certificate', 'Private', 'Public'].flatMap((kind) => [`${kind} ${old.signing}`, `${kind} ${old.encryption}`]).sort()

describe('a renewal of a signing and an encryption certificate', () => {
  it('brings both, keeps the old encryption pair for old files, and proves every key', async () => {
    const done = await renew()
    expect(done).toMatchObject({ state: 'completed', encryption: 'written', oldPairRemoved: true })
    expect(done.subSteps.map(({ name, state }) => [name, state])).toContainEqual(['unwrap-key', 'done'])
    expect(done.newEncryption?.notAfter).toBe(done.new?.notAfter)

    const { cards } = await app.overview(({ cards: [card] }) => card?.certificates.length === 3)
    expect(cards).toHaveLength(1)
    const [signing, encryption, historical] = cards[0]?.certificates ?? []
    expect(signing).toMatchObject({ usage: 'signing', status: 'valid', key: 'present' })
    // Its key came without a public key object: that says nothing, and is not called missing.
    expect(encryption).toMatchObject({ usage: 'encryption', status: 'valid', key: 'unknown', isHistorical: false })
    expect(historical).toMatchObject({ usage: 'encryption', key: 'present', isHistorical: true })

    const now = objects()
    expect(now.filter((line) => line.endsWith(old.encryption))).toHaveLength(3)
    expect(now.filter((line) => line.endsWith(old.signing))).toEqual([])
    expect(now).toHaveLength(8)
    expect(decrypts(old.encryptionCertificate, old.encryption)).toBe(true)
    const newId = now
      .map((line) => line.split(' '))
      .find(([kind, id]) => kind === 'Private' && !hasPublic(now, id))?.[1]
    const issued = Buffer.from(journalled('issued').encryption?.certificate ?? '', 'base64')
    expect(decrypts(new Uint8Array(issued), newId ?? '')).toBe(true)
    expect(desk.simulator.books()).toMatchObject({
      ...{ orders: 1, certificatesIssued: 1, encryptionCertificatesIssued: 1, confirmations: 1, withdrawals: 0 },
    })
  })

  it.each([
    ['encryption-other-key', 'issued.encryptionKeyMismatch'],
    ['encryption-damaged-key', 'issued.encryptionKeyMismatch'],
    ['encryption-other-subject', 'issued.otherSubject'],
    ['encryption-expired', 'issued.expired'],
    ['encryption-untrusted', 'issued.untrusted'],
    ['encryption-wrong-usage', 'issued.wrongUsage'],
    ['encryption-is-ca', 'issued.isCa'],
    ['encryption-garbage', 'issued.unreadable'],
  ] as const satisfies readonly (readonly [CertificateFaultKind, string])[])(
    'writes nothing of either when the platform sends %s',
    async (kind, code) => {
      desk.simulator.faults.arm({ kind })
      expect(await renew()).toMatchObject({ state: 'abandoned', failure: { code } })
      expect(objects()).toEqual(untouched())
      expect(desk.simulator.books()).toMatchObject({ confirmations: 0, withdrawals: 1 })
      expect(decrypts(old.encryptionCertificate, old.encryption)).toBe(true)
    },
  )

  it('goes on with the signing certificate when this program does not know how the key is wrapped', async () => {
    desk.simulator.faults.arm({ kind: 'encryption-unknown-wrapping' })
    const done = await renew()
    expect(done).toMatchObject({ state: 'completed', encryption: 'skipped', oldPairRemoved: true })
    expect(objects()).toHaveLength(6)
    const { cards } = await app.overview(({ cards: [card] }) => card?.certificates[0]?.status === 'valid')
    expect(cards[0]?.certificates.map(({ usage, isHistorical }) => [usage, isHistorical])).toEqual([
      ['signing', false],
      ['encryption', false],
    ])
  })
})

function hasPublic(lines: readonly string[], id = ''): boolean {
  return lines.includes(`Public ${id}`)
}

function journalled(state: string): { readonly encryption?: { readonly certificate: string } } {
  const id = app.published.flatMap(({ payload }) => idOf(payload)).at(-1) ?? ''
  const lines = readFileSync(join(desk.userData, 'renewals', `${id}.jsonl`), 'utf8')
    .trim()
    .split('\n')
  const entries = lines.map((line) => JSON.parse(line) as { state: string; encryption?: { certificate: string } })
  return entries.find((entry) => entry.state === state) ?? {}
}

function idOf(payload: unknown): readonly string[] {
  return typeof payload === 'object' && payload !== null && 'subSteps' in payload && 'id' in payload
    ? [String(payload.id)]
    : []
}
