import { createPublicKey, X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EnrolledHolder } from '../../src/shared/demo/simulator-messages.ts'
import { publicKeySha256 } from './authority/public-key.ts'
import type { DualOffice } from './testing/dual-office.ts'
import { newDualKeys, openDualOffice } from './testing/dual-office.ts'
import { newTestKey, subjectOf } from './testing/holder.ts'
import { odditiesOf } from './testing/oddities.ts'
import { openOffice, sha256 } from './testing/office.ts'
import { openAesKey, openPrivateKey } from './testing/unwrap.ts'

const keys = newDualKeys()
const der = (base64: string) => Buffer.from(base64, 'base64')

/** What the client was given, and what it would confirm. */
async function readIssued({ client, params }: DualOffice) {
  const { signingCertificate, chain, encryption } = await client.call('getIssued', { params })
  if (encryption === undefined) throw new Error('there is no encryption certificate')
  const hashes = { signing: sha256(signingCertificate), encryption: sha256(encryption.certificate) }
  return { signingCertificate, chain, encryption, hashes }
}

test.each(['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp'] as const)(
  'an encryption certificate comes with its key under %s',
  async (wrapping) => {
    const office = await openDualOffice(keys)
    expect(office.order.withEncryption).toBe(true)
    const others = ['rsa-pkcs1/aes256-kwp', 'rsa-oaep-sha1/aes256-kwp'] as const
    expect((await office.ask([wrapping, ...others])).state).toBe('issued')
    const { signingCertificate, chain, encryption } = await readIssued(office)

    expect(encryption.wrappedKey.wrapping).toBe(wrapping)
    const aesKey = openAesKey(encryption.wrappedKey, keys.next) ?? Buffer.alloc(0)
    expect(aesKey).toHaveLength(32)
    const privateKey = openPrivateKey(encryption.wrappedKey, aesKey)
    expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(2048)
    const key = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
    const now = office.simulator.clock.now()
    const usage = 'encryption'
    const sound = { old: office.old.encryption.certificate, key, usage, chain, now } as const
    expect(await odditiesOf(der(encryption.certificate), sound)).toEqual([])

    const [signing, enciphering] = [signingCertificate, encryption.certificate].map((one) =>
      new X509Certificate(der(one)).toLegacyObject(),
    )
    expect(enciphering).toMatchObject({
      valid_from: signing?.valid_from,
      valid_to: signing?.valid_to,
      ext_key_usage: signing?.ext_key_usage,
    })
    expect(enciphering?.serialNumber).not.toBe(signing?.serialNumber)
    const creditCode = Buffer.from('\x13\x1291110108MA01A2B3XY', 'latin1')
    expect(der(encryption.certificate).includes(creditCode)).toBe(true)
  },
)

test.each<readonly [string, number, Partial<EnrolledHolder>, boolean]>([
  ['on the same card', 27, {}, true],
  ['that has expired', -12, {}, true],
  ['on another card', 27, { cardNumber: '3301020240009999' }, false],
  ['of another subject', 27, { subject: { organisation: '样例建设', commonName: '样例建设' } }, false],
  ['of another account', 27, { account: 'demo-2' }, false],
])('an order for a signing certificate beside an encryption certificate %s', async (_of, daysLeft, holder, isDual) => {
  const office = await openOffice({ families: ['rsa'] })
  const signing = await office.enrol(27, keys.signing)
  await office.enrol(daysLeft, keys.encryption, { ...holder, usage: 'encryption' })
  expect((await office.orderFor(signing)).withEncryption).toBe(isDual)
})

test.each(['signing', 'encryption'] as const)('a P-256 %s key makes no order for both', async (usage) => {
  const office = await openOffice({ families: ['rsa', 'p-256'] })
  const key = (of: 'signing' | 'encryption') => (of === usage ? newTestKey('p-256') : keys[of])
  const signing = await office.enrol(27, key('signing'))
  await office.enrol(27, key('encryption'), { usage: 'encryption' })
  expect((await office.orderFor(signing)).withEncryption).toBe(false)
})

test('a second signing certificate is no encryption certificate', async () => {
  const office = await openOffice({ families: ['rsa'] })
  const signing = await office.enrol(27, keys.signing)
  await office.enrol(27, keys.encryption)
  expect((await office.orderFor(signing)).withEncryption).toBe(false)
})

test.each([undefined, []])(
  'a client that can unwrap nothing (%j) gets the signing certificate alone',
  async (wrappings) => {
    const office = await openDualOffice(keys)
    await office.submit(office.old.signing, office.order, keys.next, wrappings)
    const { signingCertificate, encryption } = await office.client.call('getIssued', { params: office.params })
    expect(encryption).toBeUndefined()
    const confirmation = { signingCertificateSha256: sha256(signingCertificate), installed: true }
    const ofNothing = { certificateSha256: sha256(''), installed: true }
    const mistaken = { params: office.params, body: { ...confirmation, encryption: ofNothing } }
    expect((await office.client.refused('confirmOrder', mistaken)).code).toBe('confirm.mismatch')
    const confirmed = await office.client.call('confirmOrder', { params: office.params, body: confirmation })
    expect(confirmed).toMatchObject({ state: 'completed', withEncryption: true })
    expect(await office.standings()).toEqual(['encryption expiring', 'signing superseded', 'signing valid'])
    expect(office.simulator.books()).toMatchObject({ certificatesIssued: 1, encryptionCertificatesIssued: 0 })
  },
)

test.each([
  [{ installed: true }, ['encryption superseded', 'encryption valid', 'signing superseded', 'signing valid']],
  [
    { installed: false, reason: 'token.unsupported' },
    ['encryption expiring', 'encryption revoked', 'signing superseded', 'signing valid'],
  ],
  [undefined, ['encryption expiring', 'encryption revoked', 'signing superseded', 'signing valid']],
])('with the signing certificate installed, %j of the encryption certificate leads to %j', async (told, standings) => {
  const office = await openDualOffice(keys)
  await office.ask()
  const { hashes } = await readIssued(office)
  const encryption = told === undefined ? {} : { encryption: { certificateSha256: hashes.encryption, ...told } }
  const body = { signingCertificateSha256: hashes.signing, installed: true, ...encryption }
  expect((await office.client.call('confirmOrder', { params: office.params, body })).state).toBe('completed')
  expect(await office.standings()).toEqual(standings)
  expect(office.simulator.books()).toEqual({
    orders: 1,
    sms: 1,
    certificatesIssued: 1,
    encryptionCertificatesIssued: 1,
    confirmations: 1,
    withdrawals: 0,
  })
})

test('giving both back revokes both, drops the request and makes room for another', async () => {
  const office = await openDualOffice(keys)
  const { client, params } = office
  expect(office.order.publicKeySha256).toBeUndefined()
  const submitted = await office.ask()
  expect(submitted.publicKeySha256).toBe(publicKeySha256(keys.next.publicKey))
  const { hashes } = await readIssued(office)
  const encryption = { certificateSha256: hashes.encryption, installed: true }
  const body = { signingCertificateSha256: hashes.signing, installed: false, encryption }
  const again = await client.call('confirmOrder', { params, body })
  expect(again).toMatchObject({ state: 'ready', withEncryption: true })
  expect(again.publicKeySha256).toBeUndefined()
  expect(again.popNonce).not.toBe(office.order.popNonce)
  expect(await office.standings()).toEqual([
    'encryption expiring',
    'encryption revoked',
    'signing expiring',
    'signing revoked',
  ])

  // The wrappings of the request that was dropped do not count for the next one.
  await office.submit(office.old.signing, again)
  expect((await client.call('getIssued', { params })).encryption).toBeUndefined()
})

test('a confirmation that names another encryption certificate changes nothing', async () => {
  const office = await openDualOffice(keys)
  await office.ask()
  const { hashes } = await readIssued(office)
  const encryption = { certificateSha256: hashes.signing, installed: true }
  const body = { signingCertificateSha256: hashes.signing, installed: true, encryption }
  const { code } = await office.client.refused('confirmOrder', { params: office.params, body })
  expect(code).toBe('confirm.mismatch')
  expect(await office.standings()).toEqual(['encryption expiring', 'signing expiring'])
})

test('after a review the encryption certificate comes as it was asked for', async () => {
  const office = await openDualOffice(keys, { review: true })
  expect((await office.ask(['rsa-pkcs1/aes256-kwp'])).state).toBe('in-review')
  await office.simulator.approve(office.order.id)
  const { encryption } = await readIssued(office)
  expect(encryption.wrappedKey.wrapping).toBe('rsa-pkcs1/aes256-kwp')
})

test('the encryption key of an order is no new key for a signing certificate', async () => {
  const office = await openDualOffice(keys)
  await office.ask()
  const { encryption, hashes } = await readIssued(office)
  const aesKey = openAesKey(encryption.wrappedKey, keys.next) ?? Buffer.alloc(0)
  const privateKey = openPrivateKey(encryption.wrappedKey, aesKey)
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' })
  const body = { signingCertificateSha256: hashes.signing, installed: false }
  const again = await office.client.call('confirmOrder', { params: office.params, body })
  const submission = office.submit(office.old.signing, again, { kind: 'rsa', privateKey, publicKey })
  await expect(submission).rejects.toThrow('csr.key-reused')
})

test('a subject that only reads the same is another holder', async () => {
  const office = await openOffice({ families: ['rsa'] })
  // The text form makes a PrintableString of what the fields make a UTF8String.
  const signing = await office.enrol(27, keys.signing, { subject: { commonName: 'Example' } })
  const encryption = await office.enrol(27, keys.encryption, { subject: 'C=CN, CN=Example', usage: 'encryption' })
  const names = [signing, encryption].map(({ certificate }) => new X509Certificate(certificate).subject)
  expect(names[0]).toBe(names[1])
  expect(Buffer.from(subjectOf(signing.certificate)).equals(Buffer.from(subjectOf(encryption.certificate)))).toBe(false)
  expect((await office.orderFor(signing)).withEncryption).toBe(false)
})

test('both certificates name the order that renews them', async () => {
  const { client, order } = await openDualOffice(keys)
  const { items } = await client.call('listCertificates', { query: {} })
  expect(items.map(({ activeOrderId, statusDetail }) => [activeOrderId, statusDetail])).toEqual([
    [order.id, '正在办理延期'],
    [order.id, '正在办理延期'],
  ])
})
