import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { readCertificate, readExactCertificate, readKeyUsageOf } from './certificate.ts'
import { DerError, tags } from './der.ts'
import { buildCertificate, keyUsage, utf8Entry } from './testing/built-certificate.ts'
import { openssl, selfSigned } from './testing/openssl.ts'

const serial = (hex: string) =>
  readCertificate(buildCertificate({ serialNumber: Buffer.from(hex, 'hex') })).serialNumber

describe('serial number', () => {
  it.each([
    ['all of one octet', '07', '07'],
    ['its sign octet left out', '008f01', '8F01'],
    ['all of 20 octets', '7f'.repeat(20), '7F'.repeat(20)],
    ['20 octets after the sign octet', `00${'ff'.repeat(20)}`, 'FF'.repeat(20)],
    ['an even number of digits, also when zero', '00', '00'],
    ['no more than one octet left out', '000001', '0001'],
    // RFC 5280, 4.1.2.2: not allowed, but to be put up with. The octets are shown as they stand.
    ['the octets of a negative number', 'ff01', 'FF01'],
  ])('is shown with %s', (_name, content, expected) => {
    expect(serial(content)).toBe(expected)
  })

  it('keeps its DER as the token wants it', () => {
    const { serialNumberDer } = readCertificate(buildCertificate({ serialNumber: Uint8Array.of(0, 0x8f) }))
    expect(Buffer.from(serialNumberDer).toString('hex')).toBe('0202008f')
  })

  it('may not be empty', () => {
    expect(() => serial('')).toThrow(DerError)
  })
})

it('reads a certificate of version 1, which has no version and no extensions', () => {
  const der = buildCertificate({ version: 1 })
  expect(openssl(['x509', '-inform', 'DER', '-noout', '-text'], der)).toContain('Version: 1 ')
  expect(readCertificate(der)).toMatchObject({
    subject: { fields: [{ name: 'CN', value: '济南示例科技有限公司' }] },
    extensions: { isCa: false, values: new Map() },
  })
})

it.each(['999999999999Z', '99999999999999Z'])('takes a certificate that ends at %s for none', (notAfter) => {
  expect(readExactCertificate(buildCertificate({ notAfter }))).toBeUndefined()
})

it('counts the octets that follow, and leaves them out of the certificate', () => {
  const der = buildCertificate()
  const padded = Buffer.concat([der, new Uint8Array(7)])
  expect(readCertificate(padded)).toMatchObject({ trailingOctets: 7, sha256: readCertificate(der).sha256 })
  expect(Uint8Array.from(readCertificate(padded).der)).toEqual(der)
  expect(readExactCertificate(padded)).toBeUndefined()
  expect(readExactCertificate(der)?.sha256).toBe(readCertificate(der).sha256)
})

it.each([
  ['nothing', new Uint8Array()],
  ['PEM text', Buffer.from('-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n')],
  ['1 MB of noise', randomBytes(1 << 20)],
  ['1 MB of zeros', new Uint8Array(1 << 20)],
  ['1 MB of empty sequences', Buffer.alloc(1 << 20, Uint8Array.of(0x30, 0x00))],
  [
    'a sequence of 1 MB in a sequence',
    Buffer.concat([Buffer.from('308400100000', 'hex'), Buffer.alloc(1 << 20, 0x30)]),
  ],
  ['a certificate cut off in the middle', buildCertificate().subarray(0, 100)],
  ['a certificate without its last octet', buildCertificate().subarray(0, -1)],
])('takes %s for no certificate', (_name, bytes) => {
  expect(readExactCertificate(bytes)).toBeUndefined()
})

describe('on damaged certificates', () => {
  const real = [
    selfSigned({ key: 'RSA 2048', subject: '/C=CN/O=济南示例科技有限公司/CN=张三' }),
    selfSigned({ key: 'SM2', subject: '/C=CN/CN=国密证书', options: ['-addext', 'keyUsage=digitalSignature'] }),
    buildCertificate({
      subject: [utf8Entry('2.5.4.3', '张三'), ['2.5.4.10', tags.universalString, Buffer.from('00006d4e', 'hex')]],
      extensions: [keyUsage(0, 1, 8), ['2.5.29.19', Buffer.from('3000', 'hex')]],
    }),
  ]
  const change = fc.record({
    at: fc.nat(),
    byte: fc.oneof(fc.integer({ min: 0, max: 255 }), fc.constantFrom(0x00, 0x30, 0x7f, 0x80, 0x81, 0x84, 0xff)),
    kind: fc.constantFrom('set', 'insert', 'remove', 'cut'),
  })
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never

  /** A certificate's first 160 octets hold every length that matters, so half of all changes go there. */
  function damage(certificate: Uint8Array, changes: readonly Change[]): Uint8Array {
    const octets = [...certificate]
    for (const { at, byte, kind } of changes) {
      // Cut and removed, nothing may be left.
      const index = at % Math.max(1, at % 2 === 0 ? octets.length : Math.min(octets.length, 160))
      if (kind === 'cut' && at % 5 === 0) octets.length = Math.max(1, index)
      else octets.splice(index, kind === 'insert' ? 0 : 1, ...(kind === 'remove' ? [] : [byte]))
    }
    return Uint8Array.from(octets)
  }

  it('throws DerError or reads a certificate whose dates are dates, and nothing else', () => {
    let read = 0
    const damaged = fc.property(
      fc.constantFrom(...real),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      (certificate, changes) => {
        const result = readExactCertificate(damage(certificate, changes))
        if (result === undefined) return
        read += 1
        expect(result.notAfter.toISOString()).toMatch(/^\d{4}-/)
      },
    )
    fc.assert(damaged, { numRuns: 10_000 })
    expect(read).toBeGreaterThan(100)
  })

  it('never fails otherwise on arbitrary bytes that begin like a certificate', () => {
    const arbitrary = fc.property(fc.uint8Array({ maxLength: 300 }), fc.boolean(), (bytes, isFramed) => {
      const framed = isFramed
        ? Buffer.concat([Uint8Array.of(0x30, 0x82, bytes.length >> 8, bytes.length & 255), bytes])
        : bytes
      expect(readExactCertificate(framed)?.trailingOctets ?? 0).toBe(0)
    })
    fc.assert(arbitrary, { numRuns: 10_000 })
  })
})

describe('key usage alone', () => {
  it('is what the whole certificate says', () => {
    for (const extensions of [[], [keyUsage(0)], [keyUsage(2)], [keyUsage(0, 2)]]) {
      const certificate = buildCertificate({ extensions })
      expect(readKeyUsageOf(certificate)).toEqual(readCertificate(certificate).extensions.keyUsage)
    }
  })

  it('is not told of what is no certificate', () => {
    for (const bytes of [new Uint8Array(), Uint8Array.of(0x30, 0x80), Uint8Array.of(1, 2, 3)]) {
      expect(readKeyUsageOf(bytes)).toBeUndefined()
    }
  })
})
