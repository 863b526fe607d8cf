import { generateKeyPairSync, sign, type KeyObject } from 'node:crypto'
import { sm2 } from 'sm-crypto-v2'
import { expect, it } from 'vitest'
import { readCertificate } from './certificate.ts'
import { createCertificationRequest, isSelfSigned, type RequestAlgorithm } from './certification-request.ts'
import { readElement, readElements, tags, writeElement } from './der.ts'
import { buildCertificate, commonName, utf8Entry, writeName } from './testing/built-certificate.ts'
import { openssl } from './testing/openssl.ts'

const keys: Readonly<
  Record<RequestAlgorithm, () => { readonly publicKey: KeyObject; readonly privateKey: KeyObject }>
> = {
  rsa: () => generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'p-256': () => generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  sm2: () => generateKeyPairSync('ec', { namedCurve: 'SM2' }),
}

/** As a token signs with a key of this kind. */
function signWith(algorithm: RequestAlgorithm, text: Uint8Array, key: KeyObject): Uint8Array {
  if (algorithm !== 'sm2') return sign('sha256', text, key)
  // node:crypto cannot be told the id; the number stands at a fixed place in RFC 5915.
  const number = key.export({ type: 'sec1', format: 'der' }).subarray(7, 39).toString('hex')
  return Buffer.from(sm2.doSignature(text, number, { hash: true, der: true }), 'hex')
}

const subject = writeName([
  ['2.5.4.6', 0x13, Buffer.from('CN')],
  utf8Entry('2.5.4.10', '济南示例科技有限公司'),
  [commonName, tags.bmpString, Buffer.from('5f204e09', 'hex')],
])

function request(algorithm: RequestAlgorithm, signer?: KeyObject): Promise<Uint8Array> {
  const { publicKey, privateKey } = keys[algorithm]()
  return createCertificationRequest({
    subject,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    algorithm,
    sign: (text) => Promise.resolve(signWith(algorithm, text, signer ?? privateKey)),
  })
}

/** The exit code of `openssl req -verify` is 0 also when the signature is wrong: its words count. */
const verdict = (der: Uint8Array) =>
  openssl(['req', '-inform', 'DER', '-verify', '-noout', '-vfyopt', 'distid:1234567812345678'], der)
/** A key of another kind than SM2 has no id that could be set. */
const plainVerdict = (der: Uint8Array) => openssl(['req', '-inform', 'DER', '-verify', '-noout'], der)

it.each([
  ['rsa', 'sha256WithRSAEncryption'],
  ['p-256', 'ecdsa-with-SHA256'],
  ['sm2', 'SM2-with-SM3'],
] as const)('signs a request with %s that openssl accepts', async (algorithm, name) => {
  const der = await request(algorithm)
  expect((algorithm === 'sm2' ? verdict : plainVerdict)(der)).toMatch(/verify OK/)
  expect(isSelfSigned(der)).toBe(true)
  const text = openssl(['req', '-inform', 'DER', '-noout', '-text', '-nameopt', 'utf8'], der)
  expect(text).toContain(`Signature Algorithm: ${name}`)
  expect(text).toContain('Subject: C=CN, O=济南示例科技有限公司, CN=张三')
  expect(text).toContain('Version: 1 (0x0)')
  // RFC 2986, 4.1: the attributes are there, also when there are none.
  expect(openssl(['asn1parse', '-inform', 'DER'], der)).toMatch(/d=2 .*l= +0 cons: cont \[ 0 \]/)
})

it('is refused by openssl when another key has signed it', async () => {
  expect(plainVerdict(await request('p-256', keys['p-256']().privateKey))).toMatch(/verify failure/)
})

it.each(['rsa', 'p-256', 'sm2'] as const)(
  'is not taken for signed when another %s key has signed it',
  async (algorithm) => {
    expect(isSelfSigned(await request(algorithm, keys[algorithm]().privateKey))).toBe(false)
  },
)

it('by SM2 has no parameters beside its algorithm, and is read with NULL there too', async () => {
  const [info, algorithm, signature] = readElements(readElement(await request('sm2')).content).map(({ whole }) => whole)
  if (info === undefined || algorithm === undefined || signature === undefined) throw new Error('no request')
  expect(Buffer.from(algorithm).toString('hex')).toBe('300a06082a811ccf55018375')
  const withNull = Buffer.from('300c06082a811ccf550183750500', 'hex')
  expect(isSelfSigned(writeElement(tags.sequence, info, withNull, signature))).toBe(true)
})

it('takes the subject of the old certificate over octet for octet', async () => {
  const old = readCertificate(buildCertificate({ subject: [[commonName, 0x14, Buffer.from('bcc3c4cf', 'hex')]] }))
  const { publicKey, privateKey } = keys['p-256']()
  const der = await createCertificationRequest({
    subject: old.subject.der,
    publicKey: publicKey.export({ type: 'spki', format: 'der' }),
    algorithm: 'p-256',
    sign: (text) => Promise.resolve(sign('sha256', text, privateKey)),
  })
  expect(Buffer.from(der).includes(Buffer.from(old.subject.der))).toBe(true)
  expect(plainVerdict(der)).toMatch(/verify OK/)
})

it('fails as the token fails', async () => {
  const failure = new Error('pulled out')
  const failing = createCertificationRequest({
    subject,
    publicKey: keys['p-256']().publicKey.export({ type: 'spki', format: 'der' }),
    algorithm: 'p-256',
    sign: () => Promise.reject(failure),
  })
  await expect(failing).rejects.toBe(failure)
})
