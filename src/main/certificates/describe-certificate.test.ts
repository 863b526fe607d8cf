import { createHash, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Certificate } from '../../shared/ipc/models.ts'
import { tags, writeElement, writeObjectIdentifier } from '../x509/der.ts'
import {
  buildCertificate,
  commonName,
  keyUsage,
  publicKeyInfo,
  utf8Entry,
  type CertificateFields,
} from '../x509/testing/built-certificate.ts'
import { openssl, selfSigned } from '../x509/testing/openssl.ts'
import { describeCertificate } from './describe-certificate.ts'
import { storedCertificate } from './testing/stored-certificate.ts'

const now = new Date('2026-11-23T08:00:00Z')
const token = { serialNumber: 'A1' }
const rsaKey = (bits: number) =>
  publicKeyInfo(
    '1.2.840.113549.1.1.1',
    Uint8Array.of(5, 0),
    writeElement(tags.sequence, writeElement(tags.integer, new Uint8Array(bits / 8).fill(0x80))),
  )
const curveKey = (oid: string) => publicKeyInfo('1.2.840.10045.2.1', writeObjectIdentifier(oid), new Uint8Array(65))
const signing = [keyUsage(0, 1)]

function view(fields: Partial<CertificateFields>, key: 'present' | 'missing' | 'unknown' = 'present'): Certificate {
  return describeCertificate(storedCertificate(buildCertificate(fields), { key }), token, now)
}

it('shows everything a certificate says', () => {
  const publicKey = rsaKey(2048)
  const der = buildCertificate({
    subject: [utf8Entry('2.5.4.6', 'CN'), utf8Entry('2.5.4.10', '济南示例科技有限公司'), utf8Entry(commonName, '张三')],
    notAfter: '280101000000Z',
    publicKey,
    extensions: [...signing, ['1.2.156.10260.4.1.4', writeElement(0x13, Buffer.from('91370100MA3C4D5E6K'))]],
  })
  const sha256 = createHash('sha256').update(der).digest('hex')
  expect(describeCertificate(storedCertificate(der, { label: '签名证书' }), token, now)).toEqual({
    id: sha256,
    tokenSerialNumber: 'A1',
    status: 'in-period',
    usage: 'signing',
    holder: '张三',
    organisation: '济南示例科技有限公司',
    holderKind: 'organisation',
    creditCode: '91370100MA3C4D5E6K',
    issuer: '山东CA',
    serialNumber: '2C418A09',
    algorithm: 'RSA 2048',
    signatureAlgorithm: 'SHA-256 / ECDSA',
    notBefore: '2026-01-01T00:00:00.000Z',
    notAfter: '2028-01-01T00:00:00.000Z',
    key: 'present',
    label: '签名证书',
    subject: [
      { name: 'C', value: 'CN' },
      { name: 'O', value: '济南示例科技有限公司' },
      { name: 'CN', value: '张三' },
    ],
    issuerName: [{ name: 'CN', value: '山东CA' }],
    keyUsage: ['digitalSignature', 'nonRepudiation'],
    sha256,
    publicKeySha256: createHash('sha256').update(publicKey).digest('hex'),
    action: 'renewal',
    trust: {
      result: 'not-assessed',
      chain: [],
      revocation: { state: 'not-checked', reason: 'chain-not-verified' },
    },
    isHistorical: false,
  })
})

describe('what is known of the issuer', () => {
  const good = { state: 'good', source: 'crl', asOf: '2026-11-23T00:00:00.000Z' } as const
  const revoked = { state: 'revoked', revokedAt: '2026-11-01T00:00:00.000Z' } as const
  const waiting = { state: 'not-checked', reason: 'waiting' } as const
  it.each([
    ['trusted', good, 'valid', 'renewal'],
    ['trusted', waiting, 'valid', 'renewal'],
    ['trusted', revoked, 'revoked', 'none'],
    ['untrusted', waiting, 'untrusted', 'renewal'],
    ['unknown-issuer', waiting, 'in-period', 'renewal'],
    ['unsupported', waiting, 'in-period', 'renewal'],
    ['not-assessed', waiting, 'in-period', 'renewal'],
    // Nobody can have asked about it: an answer that is there all the same counts for nothing.
    ['unknown-issuer', revoked, 'in-period', 'renewal'],
  ] as const)('%s and %j makes it %s', (result, revocation, status, action) => {
    const stored = storedCertificate(buildCertificate({ notAfter: '280101000000Z', extensions: signing }))
    const shown = describeCertificate(stored, token, now, () => ({ result, chain: [], revocation }))
    expect([shown.status, shown.action]).toEqual([status, action])
    expect(shown.trust).toEqual({ result, chain: [], revocation })
  })

  it('a revoked certificate says what to do instead, also when it has expired', () => {
    const stored = storedCertificate(buildCertificate({ notAfter: '261101000000Z', extensions: signing }))
    const shown = describeCertificate(stored, token, now, () => ({ result: 'trusted', chain: [], revocation: revoked }))
    expect(shown.actionRefusal).toEqual({ code: 'renewal.revoked' })
  })
})

it('names the curve of an elliptic key', () => {
  const curve = (oid: string) => view({ publicKey: curveKey(oid) }).curve
  expect(['1.2.156.10197.1.301', '1.2.840.10045.3.1.7', '1.3.132.0.34', '1.2.3'].map(curve)).toEqual([
    'sm2p256v1',
    'P-256',
    'P-384',
    undefined,
  ])
  expect(view({ publicKey: rsaKey(2048) }).curve).toBeUndefined()
})

describe('status and action', () => {
  const valid = { notAfter: '280101000000Z' }
  const expiring = { notAfter: '270101000000Z' }
  const expired = { notAfter: '261101000000Z' }
  const future = { notBefore: '261201000000Z', notAfter: '280101000000Z' }
  const p384 = { publicKey: curveKey('1.3.132.0.34') }
  it.each([
    ['valid', valid, 'present', 'in-period', 'renewal', undefined],
    ['expiring', expiring, 'present', 'expiring', 'renewal', undefined],
    ['expired', expired, 'present', 'expired', 'repair', undefined],
    ['not yet valid', future, 'present', 'not-yet-valid', 'none', { code: 'renewal.notYetValid' }],
    ['without a key', valid, 'missing', 'no-private-key', 'none', { code: 'renewal.noPrivateKey' }],
    ['expired and without a key', expired, 'missing', 'expired', 'none', { code: 'renewal.noPrivateKey' }],
    ['not yet valid and without a key', future, 'missing', 'not-yet-valid', 'none', { code: 'renewal.noPrivateKey' }],
    ['with keys that do not show', valid, 'unknown', 'in-period', 'renewal', undefined],
    ['P-384', { ...valid, ...p384 }, 'present', 'in-period', 'none', unsupported('EC P-384')],
    [
      'SM2',
      { ...valid, publicKey: curveKey('1.2.156.10197.1.301') },
      'present',
      'in-period',
      'none',
      { code: 'token.sm2Unsupported' },
    ],
    ['RSA 1024', { ...valid, publicKey: rsaKey(1024) }, 'present', 'in-period', 'none', unsupported('RSA 1024')],
    ['RSA 2048', { ...valid, publicKey: rsaKey(2048) }, 'present', 'in-period', 'renewal', undefined],
    [
      'RSA 4096, expired',
      { ...expired, publicKey: rsaKey(4096) },
      'present',
      'expired',
      'none',
      unsupported('RSA 4096'),
    ],
    ['of an unknown algorithm', { ...valid, publicKey: unknownKey() }, 'present', 'in-period', 'none', unsupported('')],
    [
      'for encryption only',
      { ...valid, extensions: [keyUsage(2, 3, 4)] },
      'present',
      'in-period',
      'none',
      { code: 'renewal.encryptionOnly' },
    ],
    ['for both', { ...valid, extensions: [keyUsage(0, 2)] }, 'present', 'in-period', 'renewal', undefined],
  ] as const)('of a certificate that is %s', (_name, fields, key, status, action, actionRefusal) => {
    const described = view(fields, key)
    expect({ status: described.status, action: described.action, actionRefusal: described.actionRefusal }).toEqual({
      status,
      action,
      actionRefusal,
    })
    expect(Certificate.parse(described)).toEqual(described)
  })
})

describe('what each interface of a key can renew', () => {
  const valid = { notAfter: '280101000000Z', extensions: signing }
  const sm2 = { ...valid, publicKey: curveKey('1.2.156.10197.1.301') }
  it.each([
    ['SM2', sm2, 'skf', 'renewal', undefined],
    ['expired SM2', { ...sm2, notAfter: '261101000000Z' }, 'skf', 'repair', undefined],
    ['SM2', sm2, 'pkcs11', 'none', { code: 'token.sm2Unsupported' }],
    ['RSA', { ...valid, publicKey: rsaKey(2048) }, 'skf', 'none', { code: 'token.onlySm2BySkf' }],
    ['P-256', valid, 'skf', 'none', { code: 'token.onlySm2BySkf' }],
    ['RSA 1024', { ...valid, publicKey: rsaKey(1024) }, 'skf', 'none', unsupported('RSA 1024')],
    [
      'an SM2 encryption certificate',
      { ...sm2, extensions: [keyUsage(2)] },
      'skf',
      'none',
      { code: 'renewal.encryptionOnly' },
    ],
  ] as const)('%s %j by %s: %s', (_what, fields, spoken, action, refusal) => {
    const carrier = { serialNumber: 'A1', interface: spoken }
    const shown = describeCertificate(storedCertificate(buildCertificate(fields)), carrier, now)
    expect([shown.action, shown.actionRefusal]).toEqual([action, refusal])
  })
})

function unsupported(algorithm: string) {
  return { code: 'renewal.unsupportedAlgorithm', details: { algorithm } } as const
}

function unknownKey(): Uint8Array {
  return publicKeyInfo('1.3.101.112', new Uint8Array(), new Uint8Array(32))
}

describe('what cannot be read', () => {
  const whole = selfSigned({ key: 'P-256', subject: '/CN=张三' })
  it.each([
    ['nothing', new Uint8Array()],
    ['noise', randomBytes(1000)],
    ['PEM text', Buffer.from(openssl(['x509', '-inform', 'DER'], whole))],
    ['a certificate cut off', whole.subarray(0, -1)],
    ['a certificate followed by something', Buffer.concat([whole, Uint8Array.of(0)])],
    ['a certificate whose end is no date', buildCertificate({ notAfter: '99999999999999Z' })],
  ])('is unreadable and offers nothing: %s', (_name, value) => {
    const described = describeCertificate(storedCertificate(value, { label: '坏' }), token, now)
    const id = createHash('sha256').update(value).digest('hex')
    expect(described).toMatchObject({ id, sha256: id, tokenSerialNumber: 'A1', label: '坏', status: 'unreadable' })
    expect(described).toMatchObject({ action: 'none', actionRefusal: { code: 'certificate.unreadable' } })
    expect(Certificate.parse(described)).toEqual(described)
  })

  it('never becomes something the page cannot be given, whatever octets change', () => {
    const damaged = fc.property(
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 3 }),
      (changes) => {
        const value = Uint8Array.from(whole)
        for (const [at, octet] of changes) value[at % value.length] = octet
        const described = describeCertificate(storedCertificate(value), token, now)
        expect(Certificate.safeParse(described).error).toBeUndefined()
      },
    )
    fc.assert(damaged, { numRuns: 2000 })
  })

  it('is never shown as valid', () => {
    const noise = fc.property(fc.uint8Array({ maxLength: 200 }), (value) => {
      expect(describeCertificate(storedCertificate(value), token, now).status).toBe('unreadable')
    })
    fc.assert(noise, { numRuns: 2000 })
  })
})

describe('a person’s id', () => {
  const personalId = '370102199003078812'
  const text = (number: string) => [
    number,
    `041@0${number}@张三@00000001`,
    `张三(${number})`,
    `ID${number}`,
    `${number}@2`,
  ]

  it.each([personalId, '11010519491231002X', '11010519491231002x'])('%s is nowhere whole', (number) => {
    for (const name of text(number)) {
      const der = buildCertificate({
        subject: [utf8Entry(commonName, name), utf8Entry('2.5.4.10', name), utf8Entry('2.5.4.5', name)],
        issuer: [utf8Entry(commonName, name)],
        extensions: [['1.2.156.10260.4.1.1', writeElement(0x13, Buffer.from(number))]],
      })
      const described = describeCertificate(storedCertificate(der, { label: name }), token, now)
      expect(JSON.stringify(described).toLowerCase()).not.toContain(number.toLowerCase())
      expect(described.maskedPersonalId).toBe(`${number.slice(0, 3)}***********${number.slice(-4)}`)
    }
  })

  it('is not taken for a credit code when it stands in the subject alone', () => {
    const described = view({ subject: [utf8Entry(commonName, '张三'), utf8Entry('2.5.4.5', personalId)] })
    expect(JSON.stringify(described)).not.toContain(personalId)
    expect(described).toMatchObject({ holderKind: 'personal', maskedPersonalId: '370***********8812' })
  })

  it('is masked in the label of what cannot be read', () => {
    const stored = storedCertificate(new Uint8Array(), { label: personalId })
    expect(describeCertificate(stored, token, now).label).toBe('370***********8812')
  })

  it('is masked whoever has it', () => {
    const day = fc.date({ min: new Date('1920-01-01'), max: new Date('2026-01-01'), noInvalidDate: true })
    const ids = fc
      .tuple(
        fc.integer({ min: 110000, max: 829999 }),
        day,
        fc.integer({ min: 0, max: 999 }),
        fc.constantFrom('0', '9', 'X'),
      )
      .map(([region, born, sequence, check]) =>
        [region, born.toISOString().slice(0, 10).replaceAll('-', ''), String(sequence).padStart(3, '0'), check].join(
          '',
        ),
      )
    const hidden = fc.property(ids, fc.string({ maxLength: 5 }), fc.string({ maxLength: 5 }), (id, before, after) => {
      const subject = [utf8Entry(commonName, `${before}${id}${after}`)]
      expect(JSON.stringify(view({ subject }).subject)).not.toContain(id)
    })
    fc.assert(hidden, { numRuns: 500 })
  })
})
