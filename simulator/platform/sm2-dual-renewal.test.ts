/** SM2 orders for both certificates; what is issued is judged by the openssl program. */
import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { makeSm2EnvelopedKey } from './kmc/sm2-enveloped-key.ts'
import { newDualKeys, openDualOffice, type DualOffice } from './testing/dual-office.ts'
import { newTestKey, subjectOf } from './testing/holder.ts'
import { openOffice, sha256 } from './testing/office.ts'
import { openEnvelope } from './testing/open-envelope.ts'
import { opensslVerify, sm2Options } from './testing/openssl.ts'

const keys = newDualKeys('sm2')

async function issuedBy({ client, params }: DualOffice) {
  const { signingCertificate, chain, encryption } = await client.call('getIssued', { params })
  if (encryption === undefined || !('envelopedKey' in encryption.wrappedKey)) throw new Error('there is no envelope')
  return {
    signing: Buffer.from(signingCertificate, 'base64'),
    certificate: Buffer.from(encryption.certificate, 'base64'),
    chain: chain.map((one) => Buffer.from(one, 'base64')),
    wrapping: encryption.wrappedKey.wrapping,
    envelope: Buffer.from(encryption.wrappedKey.envelopedKey, 'base64'),
  }
}

test('openssl opens the envelope with the new signing key, and finds the key of the encryption certificate', async () => {
  const office = await openDualOffice(keys)
  expect(office.order.withEncryption).toBe(true)
  expect((await office.ask()).state).toBe('issued')
  const { signing, certificate, chain, wrapping, envelope } = await issuedBy(office)
  expect(wrapping).toBe('sm2-enveloped-key/sm4-ecb')
  const opened = await openEnvelope(envelope, keys.next)
  expect(opened.number).toHaveLength(32)
  expect(['1.2.156.10197.1.104', 'sm4']).toContain(opened.algorithm)
  const certified = new X509Certificate(certificate).publicKey.export({ type: 'spki', format: 'der' })
  expect(opened.publicKey).toEqual(certified)
  expect(opened.point).toEqual(certified.subarray(-65))
  expect(new X509Certificate(signing).publicKey.export({ type: 'spki', format: 'der' })).toEqual(keys.next.publicKey)

  const [issuing, root] = chain
  if (issuing === undefined || root === undefined) throw new Error('the chain is too short')
  const pairs = [[signing, issuing] as const, [certificate, issuing] as const, [issuing, root] as const]
  for (const [leaf, issuer] of pairs) {
    expect(await opensslVerify({ leaf, trusted: [issuer], options: ['-x509_strict', ...sm2Options] })).toMatch(
      /: OK\n$/,
    )
  }
  expect(Buffer.from(subjectOf(certificate))).toEqual(Buffer.from(subjectOf(office.old.encryption.certificate)))
})

test('no other key opens it', async () => {
  const office = await openDualOffice(keys)
  await office.ask()
  const { envelope } = await issuedBy(office)
  await expect(openEnvelope(envelope, keys.signing)).rejects.toThrow('pkeyutl')
})

test('each envelope has keys of its own', async () => {
  const [one, other] = [1, 2].map(() => makeSm2EnvelopedKey(new Uint8Array(keys.next.publicKey)))
  if (one === undefined || other === undefined) throw new Error('there are not two')
  const opened = await Promise.all([one, other].map(({ envelopedKey }) => openEnvelope(envelopedKey, keys.next)))
  expect(opened.map(({ publicKey }) => publicKey)).toEqual([one, other].map(({ publicKey }) => Buffer.from(publicKey)))
  expect(opened[0]?.number).not.toEqual(opened[1]?.number)
})

test('both certificates are followed by the new ones, and no copy of the key is given out any more', async () => {
  const office = await openDualOffice(keys)
  await office.ask()
  const { signingCertificate, encryption } = await office.client.call('getIssued', { params: office.params })
  const confirmed = { certificateSha256: sha256(encryption?.certificate ?? ''), installed: true }
  const body = { signingCertificateSha256: sha256(signingCertificate), installed: true, encryption: confirmed }
  expect((await office.client.call('confirmOrder', { params: office.params, body })).state).toBe('completed')
  expect(await office.standings()).toEqual([
    'encryption superseded',
    'encryption valid',
    'signing superseded',
    'signing valid',
  ])
  expect((await office.client.call('getIssued', { params: office.params })).encryption).toBeUndefined()
})

test('the first wrapping is taken that the key management centre has: SM1 and SSF33 are not public', async () => {
  const office = await openDualOffice(keys)
  await office.ask(['sm2-enveloped-key/ssf33-ecb', 'sm2-enveloped-key/sm1-ecb', 'sm2-enveloped-key/sm4-ecb'])
  expect((await issuedBy(office)).wrapping).toBe('sm2-enveloped-key/sm4-ecb')
})

test.each([
  ['of another kind of key', ['rsa-oaep-sha1/aes256-kwp', 'rsa-pkcs1/aes256-kwp'] as const],
  ['that the centre has not', ['sm2-enveloped-key/sm1-ecb', 'sm2-enveloped-key/ssf33-ecb'] as const],
  ['of none', [] as const],
])('with wrappings %s the signing certificate alone is issued', async (_what, wrappings) => {
  const office = await openDualOffice(keys)
  await office.ask(wrappings)
  expect((await office.client.call('getIssued', { params: office.params })).encryption).toBeUndefined()
})

test.each([
  ['SM4 among them', ['sm2-enveloped-key/sm1-ecb', 'sm2-enveloped-key/sm4-ecb'], true],
  ['one that nobody knows before SM4', ['gmt-9999', 'sm2-enveloped-key/sm4-ecb'], true],
  ['no SM4', ['sm2-enveloped-key/sm1-ecb'], false],
  ['nothing', [], false],
] as const)(
  'an order that tells %s knows at once whether it has an encryption certificate',
  async (_what, offered, has) => {
    const office = await openOffice({ families: ['sm2'] })
    const { certificateId } = await office.enrol(27, keys.signing)
    await office.enrol(27, keys.encryption, { usage: 'encryption' })
    const body = { kind: 'renewal' as const, certificateId, keyWrapping: [...offered] }
    expect((await office.client.call('createOrder', { body })).withEncryption).toBe(has)
  },
)

test('an encryption certificate of another kind of key is not followed', async () => {
  const office = await openOffice({ families: ['sm2', 'rsa'] })
  const signing = await office.enrol(27, keys.signing)
  await office.enrol(27, newTestKey('rsa'), { usage: 'encryption' })
  expect((await office.orderFor(signing)).withEncryption).toBe(false)
})

test('an expired pair is repaired with both certificates', async () => {
  const office = await openOffice({ families: ['sm2'] })
  const signing = await office.enrol(-12, keys.signing)
  await office.enrol(-12, keys.encryption, { usage: 'encryption' })
  const order = await office.readyOrderFor(signing, 'repair')
  await office.submit(signing, order, keys.next, ['sm2-enveloped-key/sm4-ecb'])
  const { encryption } = await office.client.call('getIssued', { params: { orderId: order.id } })
  expect(encryption?.wrappedKey.wrapping).toBe('sm2-enveloped-key/sm4-ecb')
})
