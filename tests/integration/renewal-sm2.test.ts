/** SM2 renewals by SKF; openssl looks at requests, certificates, signatures and keys, and at the key through its files. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { JournalEntry, type EntryOf } from '../../src/main/renewal/journal-entry.ts'
import { readCertificate } from '../../src/main/x509/certificate.ts'
import { encryptForKey } from '../../src/main/x509/encrypt-for-key.ts'
import { readSm2Key, sm2Decrypt, sm4 } from '../../src/main/x509/testing/openssl-sm2.ts'
import type { CertificateFaultKind } from '../../src/shared/demo/simulator-messages.ts'
import type { Renewal } from '../../src/shared/ipc/models.ts'
import { openssl } from '../../src/main/x509/testing/openssl.ts'
import { opensslVerify, sm2Options } from '../../simulator/platform/testing/openssl.ts'
import { startApp, type AppUnderTest } from '../support/app-under-test.ts'
import { createDesk, deskAccount, deskPin, skfContainer, type Desk } from '../support/desk.ts'
import type { SkfStore } from '../support/softskf/store.ts'

let desk: Desk
let app: AppUnderTest

beforeEach(async () => {
  desk = await createDesk('skf')
})

afterEach(async () => {
  await app.close()
  await desk.remove()
})

const valid = [-338, 27] as const
const ended = [-400, -12] as const

function key(): SkfStore {
  if (desk.skf === undefined) throw new Error('this desk has no key by SKF')
  return desk.skf
}

/** Everything on the key, as its files say: `container role certificate|key`. */
function contents(): readonly string[] {
  return key()
    .containers()
    .flatMap((container) =>
      (['signing', 'encryption'] as const).flatMap((role) => [
        ...(key().privateKey(container, role) === undefined ? [] : [`${container} ${role} key`]),
        ...(key().certificate(container, role) === undefined ? [] : [`${container} ${role} certificate`]),
      ]),
    )
}

const whole = (container: string, ...roles: readonly string[]) =>
  roles.flatMap((role) => [`${container} ${role} key`, `${container} ${role} certificate`])

async function renew(): Promise<Renewal> {
  app = await startApp(desk)
  const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
  await app.value('account:login', deskAccount)
  const certificateId = cards[0]?.certificates[0]?.id ?? ''
  const { id: renewalId } = await app.value('renewal:start', { certificateId, hasOpenBids: false })
  await app.value('renewal:request-sms', { renewalId })
  await app.value('renewal:verify-sms', { renewalId, code: desk.newestCode() })
  await app.value('renewal:initialise', { renewalId, pin: deskPin })
  return app.value('renewal:execute', { renewalId })
}

function journalled<S extends JournalEntry['state']>(state: S): EntryOf<S> {
  const folder = join(desk.userData, 'renewals')
  const [name = ''] = readdirSync(folder).filter((file) => file.endsWith('.jsonl'))
  const lines = readFileSync(join(folder, name), 'utf8').trim().split('\n')
  const entries = lines.map((line) => JournalEntry.parse(JSON.parse(line)))
  const found = entries.find((entry): entry is EntryOf<S> => entry.state === state)
  if (found === undefined) throw new Error(`the journal has no ${state}`)
  return found
}

const octets = (base64 = '') => Buffer.from(base64, 'base64')

/** The new container: nothing else has a name like it. */
function newContainer(): string {
  const [name, ...others] = key()
    .containers()
    .filter((container) => /^R[0-9a-f]{30}$/.test(container))
  if (name === undefined || others.length > 0) throw new Error('there is not one new container')
  return name
}

/** Has openssl the same opinion of the request, the chain of each certificate, and whose private keys lie on the key? */
async function checkByOpenssl(container: string, roles: readonly ('signing' | 'encryption')[]): Promise<void> {
  const id = ['-vfyopt', 'distid:1234567812345678']
  const request = octets(journalled('key-made').request)
  expect(openssl(['req', '-verify', '-noout', '-inform', 'DER', ...id], request)).toContain('verify OK')
  const { chain, signing, encryption } = journalled('issued')
  const [issuing, root] = chain.map(octets)
  if (issuing === undefined || root === undefined) throw new Error('the chain is too short')
  expect(await opensslVerify({ leaf: issuing, trusted: [root], options: sm2Options })).toMatch(/: OK\n$/)
  for (const role of roles) {
    const leaf = octets(role === 'signing' ? signing : encryption?.certificate)
    expect(await opensslVerify({ leaf, trusted: [issuing], options: ['-x509_strict', ...sm2Options] })).toMatch(
      /: OK\n$/,
    )
    expect(Buffer.from(key().certificate(container, role) ?? [])).toEqual(leaf)
    const onKey = readSm2Key(Buffer.from(key().privateKey(container, role) ?? ''))
    expect(onKey.spki).toEqual(Buffer.from(readCertificate(leaf).publicKey.spki))
  }
}

describe.each([
  { kind: 'renewal', days: valid },
  { kind: 'repair', days: ended },
] as const)('$kind of an SM2 certificate', ({ kind, days }) => {
  it('goes from the key through the platform back to the key', async () => {
    await desk.put({ keyType: 'sm2', days })
    const done = await renew()
    expect(done).toMatchObject({ kind, state: 'completed', encryption: 'none', isExperimental: true })
    expect(done).toMatchObject({ oldPairRemoved: true, busy: false, needsPin: false })
    expect(done.subSteps.every(({ state }) => state === 'done')).toBe(true)
    expect(contents()).toEqual(whole(newContainer(), 'signing'))
    await checkByOpenssl(newContainer(), ['signing'])
    const { cards } = await app.overview(({ cards: [card] }) => card?.certificates[0]?.notAfter === done.new?.notAfter)
    expect(cards).toHaveLength(1)
    expect(desk.simulator.books()).toMatchObject({ orders: 1, certificatesIssued: 1, confirmations: 1, withdrawals: 0 })
  })
})

describe('a signing and an encryption certificate by SM2', () => {
  beforeEach(async () => {
    await desk.put({ keyType: 'sm2', days: valid })
    await desk.putEncryption(valid)
  })
  const untouched = whole(skfContainer, 'signing', 'encryption')

  it('are both renewed; the old container stays, because the old encryption key is in it', async () => {
    const done = await renew()
    expect(done).toMatchObject({ state: 'completed', encryption: 'written', isExperimental: true })
    expect(done).toMatchObject({ oldPairRemoved: false, oldPairKept: 'holds-encryption-key' })
    expect(contents()).toEqual([...whole(newContainer(), 'signing', 'encryption'), ...untouched])
    await checkByOpenssl(newContainer(), ['signing', 'encryption'])
    expect(desk.simulator.books()).toMatchObject({
      ...{ orders: 1, certificatesIssued: 1, encryptionCertificatesIssued: 1, confirmations: 1, withdrawals: 0 },
    })
  })

  it('the old signing certificate is shown as what it is, nothing is asked of the user for it, and it is not renewed again', async () => {
    await renew()
    const { cards } = await app.overview(({ cards: found }) => found[0]?.certificates.length === 4)
    expect(cards).toHaveLength(1)
    expect(cards[0]?.certificates.map(({ usage, isHistorical }) => [usage, isHistorical])).toEqual([
      ...[
        ['signing', false],
        ['encryption', false],
        ['signing', true],
        ['encryption', true],
      ],
    ])
    const old = cards[0]?.certificates[2]
    expect(old).toMatchObject({ action: 'none', actionRefusal: { code: 'renewal.followed' } })
    expect(await app.call('renewal:start', { certificateId: old?.id ?? '' })).toMatchObject({
      ...{ ok: false, failure: { code: 'renewal.followed' } },
    })
    // Also by a program that was started anew.
    await app.close()
    app = await startApp(desk)
    const again = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
    expect(again.cards.map(({ certificates }) => certificates.length)).toEqual([4])
  })

  it('what is encrypted for the new certificate is opened with the key that lies beside it', async () => {
    await renew()
    const certificate = readCertificate(octets(journalled('issued').encryption?.certificate))
    const text = Buffer.from('一份加密的投标文件，32 字节')
    const padded = Buffer.concat([text, Buffer.alloc(16 - (text.length % 16))])
    const encrypted = await encryptForKey(certificate.publicKey, padded)
    if (encrypted?.algorithm !== 'sm2-sm4-ecb') throw new Error('nothing was encrypted')
    const onKey = readSm2Key(Buffer.from(key().privateKey(newContainer(), 'encryption') ?? ''))
    expect(sm4('-d', sm2Decrypt(onKey, encrypted.encryptedKey), encrypted.ciphertext)).toEqual(padded)
  })

  it('the platform is told with the order what the key unwraps', async () => {
    await renew()
    expect(journalled('started')).toMatchObject({
      interface: 'skf',
      symmetric: expect.arrayContaining(['sm4']) as unknown,
    })
    expect(journalled('key-intended')).toMatchObject({ keyType: 'sm2', unwraps: true })
    expect(journalled('issued').encryption?.wrapping).toBe('sm2-enveloped-key/sm4-ecb')
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
    ['other-key', 'issued.otherKey'],
    ['other-subject', 'issued.otherSubject'],
    ['expired', 'issued.expired'],
    ['not-yet-valid', 'issued.notYetValid'],
    ['untrusted', 'issued.untrusted'],
    ['is-ca', 'issued.isCa'],
    ['not-longer', 'issued.notLonger'],
    ['same-old', 'issued.sameAsOld'],
    ['garbage', 'issued.unreadable'],
    ['trailing-bytes', 'issued.unreadable'],
    ['wrong-usage', 'issued.wrongUsage'],
  ] as const satisfies readonly (readonly [CertificateFaultKind, string])[])(
    'nothing of either is kept when the platform sends %s',
    async (kind, code) => {
      desk.simulator.faults.arm({ kind })
      expect(await renew()).toMatchObject({ state: 'abandoned', failure: { code } })
      expect(contents()).toEqual(untouched)
      expect(desk.simulator.books()).toMatchObject({ confirmations: 0, withdrawals: 1 })
    },
  )

  it('the encryption certificate is left out when this program does not know how the key is wrapped', async () => {
    desk.simulator.faults.arm({ kind: 'encryption-unknown-wrapping' })
    const done = await renew()
    expect(done).toMatchObject({ state: 'completed', encryption: 'skipped', oldPairKept: 'holds-encryption-key' })
    expect(contents()).toEqual([...whole(newContainer(), 'signing'), ...untouched])
  })

  it('is left out, and not even asked for, when the key has no SM4', async () => {
    key().setOddities('no-sm4')
    const done = await renew()
    expect(done).toMatchObject({ state: 'completed', encryption: 'skipped' })
    expect(journalled('started').symmetric ?? []).not.toContain('sm4')
    expect(journalled('key-intended').unwraps).toBe(false)
    expect(contents()).toEqual([...whole(newContainer(), 'signing'), ...untouched])
    expect(desk.simulator.books()).toMatchObject({ certificatesIssued: 1, encryptionCertificatesIssued: 0 })
  })

  it.each(['message-mode', 'shifted-codes', 'no-lockdev', 'devinfo-286', 'names-39'])(
    'and on a key that is odd by %s',
    async (oddity) => {
      key().setOddities(oddity)
      expect(await renew()).toMatchObject({ state: 'completed', encryption: 'written' })
      await checkByOpenssl(newContainer(), ['signing', 'encryption'])
      expect(contents()).toEqual([...whole(newContainer(), 'signing', 'encryption'), ...untouched])
    },
  )
})

it('with the old encryption key in another container, the old signing container goes', async () => {
  await desk.put({ keyType: 'sm2', days: valid })
  await desk.putEncryption(valid, 'ENC')
  const done = await renew()
  expect(done).toMatchObject({ state: 'completed', encryption: 'written', oldPairRemoved: true })
  expect(done).not.toHaveProperty('oldPairKept')
  expect(contents()).toEqual([...whole('ENC', 'encryption'), ...whole(newContainer(), 'signing', 'encryption')])
})

describe('the proof of a key', () => {
  it.each([
    ['signature', 0],
    ['decryption', 1],
  ] as const)('by %s says that certificate and key belong together', async (kind, index) => {
    await desk.put({ keyType: 'sm2', days: valid })
    await desk.putEncryption(valid)
    app = await startApp(desk)
    const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
    const certificateId = cards[0]?.certificates.at(index)?.id ?? ''
    const proof = await app.value('signing:prove', { certificateId, pin: deskPin })
    expect(proof).toMatchObject({ kind })
    expect(proof).not.toHaveProperty('failure')
  })

  it.each(['signing', 'encryption'] as const)('says that it does not when another %s key lies there', async (role) => {
    await desk.put({ keyType: 'sm2', days: valid })
    await desk.putEncryption(valid)
    key().putPair({ container: skfContainer, role })
    app = await startApp(desk)
    const { cards } = await app.overview(({ complete, cards: found }) => complete && found.length > 0)
    const certificateId = cards[0]?.certificates[role === 'signing' ? 0 : 1]?.id ?? ''
    const proof = await app.value('signing:prove', { certificateId, pin: deskPin })
    expect(proof.failure?.code).toMatch(/^(signing\.keyMismatch|token\.failed)$/)
  })
})
